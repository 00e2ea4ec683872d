/** Who allowed which records to go to whom, for what and until when (34 CFR 99.30). Asked at every disclosure. */
package org.footbridge.referral.consent;
