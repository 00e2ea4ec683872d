package org.footbridge.referral.placement;

/** How a visit takes place. */
public enum Modality {
    IN_PERSON,
    AT_SCHOOL,
    TELEHEALTH,
    PHONE
}
