package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.queue.WorkLanesService;
import org.footbridge.common.queue.WorkQueueService;

/**
 * Makes deliveries due. Where an endpoint wants order, only the first of a referral's is due at a time, and the next one when
 * it has come to its end (decision 27); other referrals are not held back.
 */
@ApplicationScoped
class SendingOrder {
    private final DeliveryRepository deliveries;
    private final WorkQueueService queue;
    private final WorkLanesService lanes;
    private final Clock clock;

    SendingOrder(DeliveryRepository deliveries, WorkQueueService queue, WorkLanesService lanes, Clock clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Stores a new delivery and makes it due, unless an earlier one of its referral is still on its way. */
    Uni<Void> enqueue(Delivery delivery) {
        if (delivery.orderedKey() == null) {
            return deliveries
                    .persistAndFlush(delivery)
                    .chain(() -> queue.put(delivery.work(), delivery.dueAt()))
                    .replaceWithVoid();
        }
        return alone(delivery)
                .chain(() -> deliveries.persistAndFlush(delivery))
                .chain(() -> deliveries.isBehindAnother(delivery))
                .chain(behind -> behind
                        ? Uni.createFrom().voidItem()
                        : queue.put(delivery.work(), delivery.dueAt()).replaceWithVoid());
    }

    /** After a delivery's end: the next one of its referral is due. */
    Uni<Void> release(Delivery ended) {
        if (ended.orderedKey() == null) {
            return Uni.createFrom().voidItem();
        }
        return alone(ended)
                .chain(() -> deliveries.flush())
                .chain(() -> deliveries.nextInOrder(ended))
                .chain(next ->
                        next == null ? Uni.createFrom().voidItem() : lanes.putIfAbsent(next.work(), clock.instant()));
    }

    /** Everything of the endpoint that waits and is first in its order is due, as far as it is not already. */
    Uni<Void> queueFirsts(UUID endpoint, Instant now) {
        return deliveries.queueFirsts(endpoint, now).chain(() -> lanes.wakeAfterCommit(Delivery.WORK));
    }

    /** One transaction at a time decides about a referral's deliveries to an endpoint. */
    private Uni<Void> alone(Delivery delivery) {
        return lock("webhook_order/" + delivery.endpointId() + "/" + delivery.orderedKey());
    }

    /** One transaction of that name at a time. */
    Uni<Void> lock(String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                        .setParameter("key", name)
                        .getSingleResult())
                .replaceWithVoid();
    }
}
