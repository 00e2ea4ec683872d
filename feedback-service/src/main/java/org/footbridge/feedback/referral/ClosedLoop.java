package org.footbridge.feedback.referral;

import java.util.Set;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;

/**
 * The strict closed loop: the very provider that a referral was sent to has told its outcome, after it was sent. A decline,
 * a withdrawal or a lost consent is an end, and tells no outcome.
 */
final class ClosedLoop {
    private static final Set<String> TOLD_BY_THE_PROVIDER = Set.of("COMPLETED", "ENDED_NOT_SERVED");

    private ClosedLoop() {}

    static boolean isClosed(ReferralSnapshot referral) {
        return referral.placements() != null && referral.placements().stream().anyMatch(ClosedLoop::isClosed);
    }

    private static boolean isClosed(PlacementSnapshot placement) {
        return TOLD_BY_THE_PROVIDER.contains(placement.state())
                && placement.outcome() != null
                && placement.endedAt() != null
                && !placement.endedAt().isBefore(placement.sentAt());
    }
}
