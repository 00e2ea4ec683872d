package org.footbridge.referral.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.footbridge.referral.referral.ReferralState;

/** A desk: which referrals lie on it before any filter. */
public enum DeskName {
    /** Everything that the caller may know of. */
    ALL(Reach.SCHOOLS_AND_OWN, started()),
    /** What the caller referred, and what he or she coordinates, for somebody who is away too. */
    MINE(Reach.OWN_AND_COORDINATED, started()),
    /** What is open at the schools that the caller coordinates. */
    SCHOOL_QUEUE(Reach.SCHOOLS, open()),
    /** What is open and has a clock that ran out, whatever step it is of. */
    OVERDUE(Reach.SCHOOLS, open()),
    /** What waits for the family. */
    AWAITING_CONSENT(Reach.SCHOOLS, EnumSet.of(ReferralState.AWAITING_CONSENT)),
    /** What is open and has no coordinator, or one who coordinates there no longer. */
    UNOWNED(Reach.SCHOOLS, open());

    /** By which relations a desk is filled. */
    enum Reach {
        SCHOOLS,
        SCHOOLS_AND_OWN,
        OWN_AND_COORDINATED
    }

    private final Reach reach;
    private final Set<ReferralState> states;

    DeskName(Reach reach, Set<ReferralState> states) {
        this.reach = reach;
        this.states = states;
    }

    Reach reach() {
        return reach;
    }

    /** Those of the desk's states that are wanted, in the order of the machine; all of them where nothing is wanted. */
    List<String> states(Set<ReferralState> wanted) {
        return states.stream()
                .filter(state -> wanted.isEmpty() || wanted.contains(state))
                .map(Enum::name)
                .toList();
    }

    private static Set<ReferralState> started() {
        return EnumSet.complementOf(EnumSet.of(ReferralState.DRAFT));
    }

    private static Set<ReferralState> open() {
        Set<ReferralState> open = EnumSet.noneOf(ReferralState.class);
        Arrays.stream(ReferralState.values())
                .filter(ReferralState::isOpen)
                .filter(state -> state != ReferralState.DRAFT)
                .forEach(open::add);
        return open;
    }
}
