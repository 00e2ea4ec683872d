package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.recipients.RecipientRules.Facts;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;

/** A family is told that help was asked for, and of nothing else. */
@ApplicationScoped
class FamilyNews implements RecipientSource {
    private final RosterService roster;
    private final Clock clock;

    FamilyNews(RosterService roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    @Override
    public Set<EventType> tellsOf() {
        return Set.of(EventType.REFERRAL_SENT);
    }

    @Override
    public Uni<List<Recipient>> recipients(Question question) {
        if (question.placementId() == null) {
            return Uni.createFrom().item(List.of());
        }
        Referral referral = question.file().referral();
        return roster.guardians(referral.tenantId(), referral.studentId())
                .chain(guardians -> roster.student(referral.tenantId(), referral.studentId())
                        .map(student -> RecipientRules.recipients(new Facts(
                                referral,
                                question.file().placement(question.placementId()),
                                student,
                                guardians,
                                question.district(),
                                question.district().dateAt(clock.instant())))));
    }
}
