/** Who is whom on a placement, what they do and how to reach them. */
package org.footbridge.referral.contact;
