package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Deliveries with their attempts, always of one owner. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    /** Locked: an attempt's result, a resend and the removal of the endpoint must not cross each other. */
    Uni<Delivery> locked(UUID owner, UUID id) {
        return find("id = ?1 and ownerId = ?2", id, owner)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<Delivery> locked(UUID owner, UUID endpoint, UUID id) {
        return find("id = ?1 and ownerId = ?2 and endpointId = ?3", id, owner, endpoint)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Newest first, before the given id and in the given state where there is one. */
    Uni<List<Delivery>> page(UUID owner, UUID endpoint, DeliveryState state, UUID before, int size) {
        StringBuilder query = new StringBuilder("ownerId = :owner and endpointId = :endpoint");
        Parameters parameters = Parameters.with("owner", owner).and("endpoint", endpoint);
        if (state != null) {
            query.append(" and state = :state");
            parameters.and("state", state);
        }
        if (before != null) {
            query.append(" and id < :before");
            parameters.and("before", before);
        }
        return find(query.append(" order by id desc").toString(), parameters)
                .page(0, size)
                .list();
    }

    /** Whether another of the same referral and endpoint, with an earlier event, has not come to its end. */
    Uni<Boolean> isBehindAnother(Delivery delivery) {
        return count(
                        "endpointId = ?1 and orderedKey = ?2 and state = ?3 and sequence < ?4",
                        delivery.endpointId(),
                        delivery.orderedKey(),
                        DeliveryState.PENDING,
                        delivery.sequence())
                .map(earlier -> earlier > 0);
    }

    /** The first that is still on its way, {@code null} where there is none. */
    Uni<Delivery> nextInOrder(Delivery ended) {
        return find(
                        "endpointId = ?1 and orderedKey = ?2 and state = ?3 order by sequence",
                        ended.endpointId(),
                        ended.orderedKey(),
                        DeliveryState.PENDING)
                .page(0, 1)
                .firstResult();
    }

    /** Begins deliveries anew that ended without arriving. */
    Uni<Integer> begin(UUID owner, UUID endpoint, Instant since, Instant until, Instant now) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                update webhook_delivery set state = 'PENDING', round_start = attempts, due_at = :now,
                                    finished_at = null, slot_at = null
                                where id in (
                                    select id from webhook_delivery
                                    where owner_id = :owner and endpoint_id = :endpoint
                                      and state in ('FAILED', 'CANCELLED') and body is not null
                                      and created_at >= :since and created_at < :until
                                    order by id limit :size for update skip locked)
                                """)
                .setParameter("owner", owner)
                .setParameter("endpoint", endpoint)
                .setParameter("since", since)
                .setParameter("until", until)
                .setParameter("now", now)
                .setParameter("size", RepairService.MOST_AT_ONCE)
                .executeUpdate());
    }

    /** Of each referral whose order counts the first that waits, and all others, as far as they are not in the queue. */
    Uni<Integer> queueFirsts(UUID endpoint, Instant now) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                insert into work_queue (kind, id, lane_id, tenant_id, agency_id, due_at)
                                select :kind, first.id, first.endpoint_id, first.tenant_id, first.agency_id, :now
                                from (select distinct on (coalesce(ordered_key, id))
                                        id, endpoint_id, tenant_id, agency_id
                                    from webhook_delivery where endpoint_id = :endpoint and state = 'PENDING'
                                    order by coalesce(ordered_key, id), sequence) first
                                on conflict (kind, id) do nothing
                                """)
                .setParameter("kind", Delivery.WORK.name())
                .setParameter("endpoint", endpoint)
                .setParameter("now", now)
                .executeUpdate());
    }

    /** The same event at the owner's other endpoints loses its content too. */
    Uni<Integer> expungeOthers(Delivery delivery, String by, Instant now) {
        return update(
                "body = null, expungedAt = ?1, expungedBy = ?2"
                        + " where ownerId = ?3 and eventId = ?4 and expungedAt is null and state <> ?5",
                now,
                by,
                delivery.ownerId(),
                delivery.eventId(),
                DeliveryState.PENDING);
    }

    /** Whether the same event is still being tried at another endpoint of the owner. */
    Uni<Boolean> isPendingElsewhere(Delivery delivery) {
        return find(
                        "ownerId = ?1 and eventId = ?2 and state = ?3",
                        delivery.ownerId(),
                        delivery.eventId(),
                        DeliveryState.PENDING)
                .page(0, 1)
                .firstResult()
                .map(Objects::nonNull);
    }

    /** What receivers answered could repeat the content. */
    Uni<Integer> expungeAnswers(Delivery delivery) {
        return Panache.getSession().chain(session -> session.createMutationQuery("""
                                update Attempt set response = null where ownerId = :owner and key.deliveryId in (
                                    select id from Delivery where ownerId = :owner and eventId = :event)
                                """)
                .setParameter("owner", delivery.ownerId())
                .setParameter("event", delivery.eventId())
                .executeUpdate());
    }

    Uni<Void> persistAttempt(Attempt attempt) {
        return Panache.getSession().chain(session -> session.persist(attempt));
    }

    /** The attempts of all these deliveries, in their order. */
    Uni<List<Attempt>> attempts(UUID owner, List<UUID> deliveries) {
        return Panache.getSession().chain(session -> session.createQuery("""
                                from Attempt where ownerId = :owner and key.deliveryId in :deliveries
                                order by key.number
                                """, Attempt.class)
                .setParameter("owner", owner)
                .setParameter("deliveries", deliveries)
                .getResultList());
    }
}
