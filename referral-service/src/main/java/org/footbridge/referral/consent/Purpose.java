package org.footbridge.referral.consent;

/** What the recipient may use the records for; nothing else (34 CFR 99.33(a)(2)). */
public enum Purpose {
    TREATMENT,
    ASSESSMENT,
    CARE_COORDINATION
}
