/** Which agency may be sent a district's referrals: without a live agreement nothing is sent and nothing can be read. */
package org.footbridge.referral.agreement;
