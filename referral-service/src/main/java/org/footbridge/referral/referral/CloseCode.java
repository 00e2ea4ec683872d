package org.footbridge.referral.referral;

/** Why a referral ends although nobody served it (decision 2). */
public enum CloseCode {
    NO_PROVIDER_FOUND,
    NO_LONGER_NEEDED,
    FAMILY_DECLINED,
    COULD_NOT_CONTACT,
    LEFT_DISTRICT,
    OTHER
}
