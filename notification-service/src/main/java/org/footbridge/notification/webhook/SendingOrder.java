package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.queue.WorkLanesService;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.notification.health.HealthService;
import org.footbridge.notification.health.HealthService.Pulse;

/**
 * Makes deliveries due. Where an endpoint wants order, only the first of a referral's is due at a time, and the next one when
 * it has come to its end (decision 27); other referrals are not held back.
 */
@ApplicationScoped
class SendingOrder {
    private final DeliveryRepository deliveries;
    private final DeliveryBatchRepository batches;
    private final HealthService health;
    private final WorkQueueService queue;
    private final WorkLanesService lanes;
    private final Clock clock;

    SendingOrder(
            DeliveryRepository deliveries,
            DeliveryBatchRepository batches,
            HealthService health,
            WorkQueueService queue,
            WorkLanesService lanes,
            Clock clock) {
        this.deliveries = deliveries;
        this.batches = batches;
        this.health = health;
        this.queue = queue;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Stores new deliveries of one event and makes them due, where an endpoint is to be left alone not before that ends. */
    Uni<Void> enqueueAll(List<Delivery> alike) {
        Map<Boolean, List<Delivery>> byOrder =
                alike.stream().collect(Collectors.partitioningBy(delivery -> delivery.orderedKey() != null));
        Uni<Void> chain = enqueueFree(byOrder.get(false));
        for (Delivery ordered : byOrder.get(true)) {
            chain = chain.chain(() -> enqueue(ordered));
        }
        return chain;
    }

    private Uni<Void> enqueueFree(List<Delivery> alike) {
        return alike.isEmpty()
                ? Uni.createFrom().voidItem()
                : health.sick(alike.stream().map(Delivery::endpointId).collect(Collectors.toSet()))
                        .invoke(sick -> alike.forEach(
                                delivery -> delivery.putOff(sick.getOrDefault(delivery.endpointId(), Pulse.WELL)
                                        .notBefore(delivery.dueAt()))))
                        .chain(() -> batches.insertAll(alike))
                        .chain(() -> lanes.addAll(
                                alike.stream().map(Delivery::work).toList(),
                                alike.stream().map(Delivery::dueAt).toList()));
    }

    /** Stores a new delivery and makes it due, unless an earlier one of its referral is still on its way. */
    private Uni<Void> enqueue(Delivery delivery) {
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
