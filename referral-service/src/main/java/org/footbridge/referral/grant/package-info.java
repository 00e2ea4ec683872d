/** Roles that the school system cannot give: who coordinates referrals, and who administers the district (decision 11). */
package org.footbridge.referral.grant;
