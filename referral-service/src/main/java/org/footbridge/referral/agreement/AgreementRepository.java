package org.footbridge.referral.agreement;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    /** How many agreements of the two live on at least one day of the span, both ends included. */
    Uni<Long> countLive(UUID tenant, UUID agency, LocalDate from, LocalDate until) {
        return count("""
                tenantId = ?1 and agencyId = ?2 and endedAt is null
                and validFrom <= ?4 and (validUntil is null or validUntil >= ?3)
                """, tenant, agency, from, until == null ? FOR_EVER : until);
    }

    /** In the order of their making, from after {@code after}. */
    Uni<List<Agreement>> page(UUID tenant, UUID after, int size) {
        return find("tenantId = ?1 and id > ?2 order by id", tenant, after)
                .page(0, size)
                .list();
    }

    /** Concluding for one district goes one by one, so that two requests cannot make the same agreement. */
    Uni<Boolean> lockDistrict(UUID tenant) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from district where id = :id for update", UUID.class)
                        .setParameter("id", tenant)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    Uni<Agreement> findForChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<Void> openAccount(UUID agency, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into agency_account (agency_id, created_at) values (:agency, :now) on conflict do nothing")
                        .setParameter("agency", agency)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<UUID>> accountsAmong(List<UUID> organizations) {
        return getSession().chain(session -> session.createNativeQuery(
                        "select agency_id from agency_account where agency_id = any(cast(:ids as uuid[]))", UUID.class)
                .setParameter("ids", organizations.toArray(UUID[]::new))
                .getResultList());
    }
}
