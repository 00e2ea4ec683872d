package org.footbridge.referral.servicelevel;

import java.time.Instant;
import java.util.List;
import org.footbridge.referral.referral.Milestones;
import org.footbridge.referral.referral.Need;
import org.footbridge.referral.referral.Referral;

/**
 * What the clocks of a crisis are reckoned from.
 *
 * @param raisedAt when it became known as one
 * @param acknowledgedAt when somebody had it in hand, {@code null} before
 * @param detailsSince since when its where and what are due, {@code null} where the form said them at once
 * @param detailsAt when they were there, {@code null} before
 */
record CrisisFacts(Instant raisedAt, Instant acknowledgedAt, Instant detailsSince, Instant detailsAt) {

    /** Of no crisis. */
    static final CrisisFacts NONE = new CrisisFacts(null, null, null, null);

    /**
     * As it stands now.
     *
     * @param times what is kept of the crisis, {@code null} where it is being raised in this transaction
     */
    static CrisisFacts of(Referral referral, ClockRepository.CrisisTimes times, List<StoredClock> stored, Instant now) {
        Milestones passed = referral.milestones();
        Instant first = passed.triagedAt() == null ? passed.submittedAt() : passed.triagedAt();
        Instant raised = times == null ? first : times.raisedAt();
        StoredClock known = stored.stream()
                .filter(clock -> clock.isOf(ClockKind.CRISIS_DETAILS))
                .findFirst()
                .orElse(null);
        boolean said = saysWhereAndWhat(referral.need().texts());
        Instant since = known == null ? raised : known.startedAt();
        return new CrisisFacts(
                raised,
                times == null ? null : times.acknowledgedAt(),
                known == null && said ? null : since,
                said && known != null ? known.stoppedAtOr(now) : null);
    }

    private static boolean saysWhereAndWhat(Need.Texts texts) {
        return isSaid(texts.location()) && isSaid(texts.description());
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    /**
     * When the time for the triage begins: with the acknowledgement, as the chain sees to it that there is one. {@code null} before;
     * a triage without one is measured from the submission.
     */
    Instant triageSince(Milestones passed) {
        boolean triaged = passed.triagedAt() != null;
        if (acknowledgedAt != null && (!triaged || acknowledgedAt.isBefore(passed.triagedAt()))) {
            return acknowledgedAt;
        }
        return triaged ? passed.submittedAt() : null;
    }
}
