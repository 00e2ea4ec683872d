/** The referral protocol: roster, referrals, placements, consents, disclosures, appointments. One package per feature. */
package org.footbridge.referral;
