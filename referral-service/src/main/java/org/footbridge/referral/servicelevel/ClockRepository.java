package org.footbridge.referral.servicelevel;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ClockRepository implements PanacheRepositoryBase<StoredClock, UUID> {

    /** In the order in which they began. */
    Uni<List<StoredClock>> of(UUID tenant, UUID referral) {
        return list("tenantId = ?1 and referralId = ?2 order by id", tenant, referral);
    }

    /** What is kept of a crisis; {@code null} where it is none yet. */
    Uni<CrisisTimes> crisis(UUID tenant, UUID referral) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select raised_at, acknowledged_at from crisis where tenant_id = :tenant and referral_id = :referral",
                                Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("referral", referral)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new CrisisTimes(instant(row[0]), instant(row[1])));
    }

    record CrisisTimes(Instant raisedAt, Instant acknowledgedAt) {}

    private static Instant instant(Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }

    /** The referrals of a district that have a clock that runs. */
    Uni<List<UUID>> running(UUID tenant) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select distinct referral_id from service_clock
                                where tenant_id = :tenant and next_at is not null
                                """, UUID.class)
                .setParameter("tenant", tenant)
                .getResultList());
    }

    /** As above, of one school's. */
    Uni<List<UUID>> running(UUID tenant, UUID school) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select distinct own.referral_id from service_clock own
                                join referral on referral.id = own.referral_id and referral.tenant_id = own.tenant_id
                                where own.tenant_id = :tenant and own.next_at is not null and referral.school_id = :school
                                """, UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("school", school)
                .getResultList());
    }
}
