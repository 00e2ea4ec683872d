/** What a family may ask of the school about its records: to see them, and to have them set right (34 CFR 99.10 and 99.20). */
package org.footbridge.referral.rights;
