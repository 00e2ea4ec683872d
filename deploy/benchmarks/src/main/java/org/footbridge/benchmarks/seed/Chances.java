package org.footbridge.benchmarks.seed;

/** How often what happens, in percent: school referrals as the literature and our domain notes describe them, rounded. */
final class Chances {
    static final Lottery<ReferralState> FIRST_LOOK = Lottery.of(ReferralState.TRIAGED, 82)
            .or(ReferralState.NEEDS_INFO, 9)
            .or(ReferralState.DUPLICATE, 4)
            .or(ReferralState.WITHDRAWN, 3)
            .or(ReferralState.ENTERED_IN_ERROR, 2);

    static final Lottery<ReferralState> CONSENT = Lottery.of(ReferralState.READY, 81)
            .or(ReferralState.CONSENT_REFUSED, 8)
            .or(ReferralState.CLOSED_NOT_SERVED, 6)
            .or(ReferralState.TRANSFERRED_OUT, 3)
            .or(ReferralState.AWAITING_CONSENT, 2);

    static final Lottery<ReferralState> READY = Lottery.of(ReferralState.PLACED, 92)
            .or(ReferralState.CLOSED_NOT_SERVED, 4)
            .or(ReferralState.WITHDRAWN, 2)
            .or(ReferralState.CONSENT_REVOKED, 2);

    static final Lottery<PlacementState> INTAKE = Lottery.of(PlacementState.ACCEPTED, 58)
            .or(PlacementState.DECLINED, 16)
            .or(PlacementState.WAITLISTED, 12)
            .or(PlacementState.COULD_NOT_CONTACT, 7)
            .or(PlacementState.NEEDS_INFO, 5)
            .or(PlacementState.CANCELLED, 2);

    static final Lottery<PlacementState> SERVICE = Lottery.of(PlacementState.COMPLETED, 86)
            .or(PlacementState.ENDED_NOT_SERVED, 5)
            .or(PlacementState.ON_HOLD, 3)
            .or(PlacementState.ACCESS_REVOKED, 3)
            .or(PlacementState.IN_SERVICE, 3);

    static final Lottery<String> URGENCIES = Lottery.of("ROUTINE", 55)
            .or("EXPEDITED", 22)
            .or("UNIVERSAL", 12)
            .or("URGENT", 9)
            .or("CRISIS", 2);

    static final Lottery<String> CONCERNS = Lottery.of("ANXIETY", 20)
            .or("BEHAVIOR", 16)
            .or("DEPRESSION", 13)
            .or("ATTENDANCE", 10)
            .or("ATTENTION", 9)
            .or("FAMILY", 8)
            .or("PEER_RELATIONS", 7)
            .or("GRIEF", 6)
            .or("TRAUMA", 5)
            .or("BULLYING", 4)
            .or("SUBSTANCE_USE", 2);

    static final Lottery<String> INSURANCES = Lottery.of("MEDICAID", 42)
            .or("PRIVATE", 28)
            .or("UNKNOWN", 15)
            .or("CHIP", 9)
            .or("NONE", 6);

    static final Lottery<String> WITHDRAWALS = Lottery.of("NO_LONGER_NEEDED", 40)
            .or("FAMILY_DECLINED", 35)
            .or("LEFT_DISTRICT", 15)
            .or("REFERRED_ELSEWHERE", 10);

    static final Lottery<String> CLOSURES = Lottery.of("FAMILY_DECLINED", 45)
            .or("COULD_NOT_CONTACT", 35)
            .or("NO_LONGER_NEEDED", 12)
            .or("LEFT_DISTRICT", 8);

    static final Lottery<String> DECLINES = Lottery.of("NO_CAPACITY", 40)
            .or("NOT_ELIGIBLE_INSURANCE", 20)
            .or("OUT_OF_AREA", 12)
            .or("SPECIALTY_MISMATCH", 12)
            .or("LANGUAGE_UNAVAILABLE", 8)
            .or("GUARDIAN_DECLINED", 8);

    static final Lottery<String> UNSERVED =
            Lottery.of("NOT_SERVED", 60).or("REFERRED_ELSEWHERE", 25).or("MOVED", 15);

    static final Lottery<String> OUTCOMES = Lottery.of("SERVED_IMPROVED", 56)
            .or("SERVED_NO_CHANGE", 16)
            .or("STOPPED_ATTENDING", 14)
            .or("STEPPED_DOWN_TO_SCHOOL", 9)
            .or("SERVED_STEPPED_UP", 5);

    static final Lottery<String> MODALITIES =
            Lottery.of("IN_PERSON", 55).or("AT_SCHOOL", 20).or("TELEHEALTH", 20).or("PHONE", 5);

    private Chances() {}
}
