package org.footbridge.referral.roster;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Restrictions of contact. The roster's imports never touch them: a safety decision must not vanish over night. */
@ApplicationScoped
public class GuardianContacts {
    private final Clock clock;

    GuardianContacts(Clock clock) {
        this.clock = clock;
    }

    /** {@code null} for somebody who is no guardian of the student now. Nobody else changes it in this transaction. */
    public Uni<GuardianContact> lock(UUID tenant, UUID student, UUID guardian) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select may_contact, contact_reason, contact_changed_at, contact_version from guardianship
                                where tenant_id = :tenant and student_id = :student and guardian_id = :guardian and active
                                for update
                                """, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("student", student)
                        .setParameter("guardian", guardian)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : contact(rows.getFirst()));
    }

    public Uni<Void> change(UUID tenant, UUID student, UUID guardian, GuardianContact to, String subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update guardianship set may_contact = :may, contact_reason = :reason,
                                    contact_changed_by = :subject, contact_changed_at = :now,
                                    contact_version = contact_version + 1
                                where tenant_id = :tenant and student_id = :student and guardian_id = :guardian
                                """)
                        .setParameter("may", to.mayContact())
                        .setParameter("reason", to.reason())
                        .setParameter("subject", subject)
                        .setParameter("now", clock.instant())
                        .setParameter("tenant", tenant)
                        .setParameter("student", student)
                        .setParameter("guardian", guardian)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static GuardianContact contact(Object[] row) {
        return new GuardianContact(
                (Boolean) row[0],
                (String) row[1],
                row[2] == null ? null : ((OffsetDateTime) row[2]).toInstant(),
                ((Number) row[3]).longValue());
    }
}
