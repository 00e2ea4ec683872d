/** A referral at one agency: what was sent, what the agency answered, when the student was seen. */
package org.footbridge.referral.placement;
