/** Concerns that somebody leaves without a name: no referrals, until a coordinator has looked at them. */
package org.footbridge.referral.concern;
