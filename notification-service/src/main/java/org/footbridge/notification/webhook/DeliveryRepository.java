package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Deliveries with their attempts, always of one agency. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    /** Locked: an attempt's result, a resend and the removal of the endpoint must not cross each other. */
    Uni<Delivery> locked(UUID agency, UUID id) {
        return find("id = ?1 and agencyId = ?2", id, agency)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<Delivery> locked(UUID agency, UUID endpoint, UUID id) {
        return find("id = ?1 and agencyId = ?2 and endpointId = ?3", id, agency, endpoint)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Newest first, before the given id where there is one. */
    Uni<List<Delivery>> page(UUID agency, UUID endpoint, UUID before, int size) {
        String mine = "agencyId = ?1 and endpointId = ?2";
        return before == null
                ? find(mine + " order by id desc", agency, endpoint)
                        .page(0, size)
                        .list()
                : find(mine + " and id < ?3 order by id desc", agency, endpoint, before)
                        .page(0, size)
                        .list();
    }

    Uni<Void> persistAttempt(Attempt attempt) {
        return Panache.getSession().chain(session -> session.persist(attempt));
    }

    /** The attempts of all these deliveries, in their order. */
    Uni<List<Attempt>> attempts(UUID agency, List<UUID> deliveries) {
        return Panache.getSession().chain(session -> session.createQuery("""
                                from Attempt where agencyId = :agency and key.deliveryId in :deliveries
                                order by key.number
                                """, Attempt.class)
                .setParameter("agency", agency)
                .setParameter("deliveries", deliveries)
                .getResultList());
    }
}
