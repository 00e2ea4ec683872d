package org.footbridge.referral.referral;

/** Why the school takes a referral back. */
public enum WithdrawalReason {
    NO_LONGER_NEEDED,
    FAMILY_DECLINED,
    LEFT_DISTRICT,
    REFERRED_ELSEWHERE,
    OTHER
}
