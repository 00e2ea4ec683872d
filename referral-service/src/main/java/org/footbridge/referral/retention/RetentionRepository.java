package org.footbridge.referral.retention;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RetentionRepository implements PanacheRepositoryBase<RetentionPlan, UUID> {
    private static final String DUE = """
            select r.id from referral r left join person p on p.tenant_id = r.tenant_id and p.id = r.student_id
            where r.tenant_id = :tenant and r.closed_at is not null and %s
              and case :trigger
                  when 'CLOSED' then r.closed_at
                  when 'EXIT' then case when p.state = 'WITHDRAWN' then p.changed_at end
                  when 'AGE' then cast(p.birth_date + interval '18 years' as timestamptz)
                  end + make_interval(cast(:years as int)) <= :now
              and (exists (select 1 from legal_hold h where h.tenant_id = r.tenant_id and h.student_id = r.student_id
                           and h.lifted_at is null)
                   or exists (select 1 from access_request a where a.tenant_id = r.tenant_id
                              and a.student_id = r.student_id and a.state = 'OPEN')) = :held
            order by r.closed_at, r.id limit :size
            """;

    /** What is old enough by a policy; {@code held} tells whether something holds it back. */
    Uni<List<UUID>> due(UUID tenant, RetentionPolicy policy, Instant now, boolean held, int size) {
        return getSession()
                .chain(session -> session.createNativeQuery(DUE.formatted(in(policy.recordClass())), UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("trigger", policy.trigger().name())
                        .setParameter("years", policy.years())
                        .setParameter("now", now)
                        .setParameter("held", held)
                        .setParameter("size", size)
                        .getResultList());
    }

    /** Which referrals have something of that class. */
    private static String in(RecordClass kind) {
        return switch (kind) {
            case REFERRAL_SERVED -> "r.purged_at is null and r.state = 'COMPLETED'";
            case REFERRAL_NOT_SERVED ->
                "r.purged_at is null and r.state not in ('COMPLETED', 'ENTERED_IN_ERROR', 'DUPLICATE')";
            case REFERRAL_IN_ERROR -> "r.purged_at is null and r.state in ('ENTERED_IN_ERROR', 'DUPLICATE')";
            case MESSAGE -> """
                    r.purged_at is null
                    and (exists (select 1 from referral_inquiry q where q.tenant_id = r.tenant_id and q.referral_id = r.id)
                         or exists (select 1 from placement s where s.referral_id = r.id
                                    and (exists (select 1 from placement_message m where m.placement_id = s.id)
                                         or exists (select 1 from placement_inquiry q where q.placement_id = s.id))))""";
            case ATTACHMENT ->
                "exists (select 1 from attachment f where f.tenant_id = r.tenant_id and f.referral_id = r.id)";
            case CONSENT_PAPER -> """
                    exists (select 1 from consent c join consent_document d on d.consent_id = c.id
                            where c.referral_id = r.id)""";
        };
    }

    /**
     * Locks the students of these referrals, in one order for all. Whoever places a hold or asks for the records refers to the
     * student's row, so he or she was seen before the lock, or waits behind it.
     */
    Uni<Void> lockStudents(UUID tenant, Collection<UUID> referrals) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select p.id from person p
                                where p.tenant_id = :tenant and p.id in (
                                    select r.student_id from referral r
                                    where r.tenant_id = :tenant and r.id = any(cast(:referrals as uuid[])))
                                order by p.id for update
                                """, UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("referrals", referrals.toArray(UUID[]::new))
                        .getResultList())
                .replaceWithVoid();
    }

    /** Destroys what a referral says: the function of the owner of the tables, the only way there is. */
    Uni<Void> purge(UUID referral, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(purge_referral(:referral, :now) as text)", String.class)
                        .setParameter("referral", referral)
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }

    /** Destroys one part of it, by a function of the same kind. */
    Uni<Void> purgePart(UUID referral, RecordClass part) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(purge_part(:referral, :part) as text)", String.class)
                        .setParameter("referral", referral)
                        .setParameter("part", part.name())
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }
}
