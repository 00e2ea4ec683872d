/** What a student and a guardian see of their own referrals, and how they ask for help themselves. */
package org.footbridge.referral.family;
