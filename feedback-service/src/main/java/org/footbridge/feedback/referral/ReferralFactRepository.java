package org.footbridge.feedback.referral;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.events.ReferralSnapshot;

/** The table of facts. Written by one statement, so that a repeated or late event cannot do harm. */
@ApplicationScoped
public class ReferralFactRepository {
    private static final String PUT = """
            insert into referral_fact as known (
                tenant_id, referral_id, sequence, school_id, state, grade_band, home_language, urgency, source,
                received_on, submitted_at, triaged_at, consent_granted_at, sent_at, first_kept_at, closed_at,
                outcome, closed_loop)
            values (:tenant, :referral, :sequence, :school, :state, :gradeBand, :homeLanguage, :urgency, :source,
                    :receivedOn, :submittedAt, :triagedAt, :consentGrantedAt, :sentAt, :firstKeptAt, :closedAt,
                    :outcome, :closedLoop)
            on conflict (tenant_id, referral_id) do update set
                sequence = excluded.sequence, school_id = excluded.school_id, state = excluded.state,
                grade_band = excluded.grade_band, home_language = excluded.home_language,
                urgency = excluded.urgency, source = excluded.source, received_on = excluded.received_on,
                submitted_at = excluded.submitted_at, triaged_at = excluded.triaged_at,
                consent_granted_at = excluded.consent_granted_at, sent_at = excluded.sent_at,
                first_kept_at = excluded.first_kept_at, closed_at = excluded.closed_at,
                outcome = excluded.outcome, closed_loop = excluded.closed_loop
            where known.sequence < excluded.sequence
            """;

    Uni<Void> put(UUID tenant, long sequence, ReferralSnapshot referral) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter("tenant", tenant)
                        .setParameter("referral", referral.referralId())
                        .setParameter("sequence", sequence)
                        .setParameter("school", referral.schoolId())
                        .setParameter("state", referral.state())
                        .setParameter("gradeBand", referral.cohort().gradeBand())
                        .setParameter("homeLanguage", referral.cohort().homeLanguage())
                        .setParameter("urgency", referral.cohort().urgency())
                        .setParameter("source", referral.cohort().source())
                        .setParameter("receivedOn", referral.receivedOn())
                        .setParameter("submittedAt", referral.submittedAt())
                        .setParameter("triagedAt", referral.triagedAt())
                        .setParameter("consentGrantedAt", referral.consentGrantedAt())
                        .setParameter("sentAt", referral.sentAt())
                        .setParameter("firstKeptAt", referral.firstKeptAt())
                        .setParameter("closedAt", referral.closedAt())
                        .setParameter("outcome", referral.outcome())
                        .setParameter("closedLoop", ClosedLoop.isClosed(referral))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
