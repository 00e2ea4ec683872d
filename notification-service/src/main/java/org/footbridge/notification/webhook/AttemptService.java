package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.notification.endpoint.EndpointService;
import org.footbridge.notification.endpoint.Target;
import org.footbridge.notification.health.HealthService;

/** Before an attempt: may it be made, and may it be made now? */
@ApplicationScoped
public class AttemptService {
    private final DeliveryRepository deliveries;
    private final PlacementAccessRepository access;
    private final EndpointService endpoints;
    private final HealthService health;
    private final SendingOrder order;
    private final WorkQueueService queue;
    private final Clock clock;

    public AttemptService(
            DeliveryRepository deliveries,
            PlacementAccessRepository access,
            EndpointService endpoints,
            HealthService health,
            SendingOrder order,
            WorkQueueService queue,
            Clock clock) {
        this.deliveries = deliveries;
        this.access = access;
        this.endpoints = endpoints;
        this.health = health;
        this.order = order;
        this.queue = queue;
        this.clock = clock;
    }

    /** The call to make; empty where the delivery was ended or put off instead, or its endpoint is gone with it. */
    @WithTransaction
    Uni<Optional<Call>> prepare(WorkItem work) {
        return deliveries
                .locked(owner(work), work.id())
                .chain(delivery -> delivery == null || !delivery.isPending()
                        ? queue.finish(work).replaceWith(Optional.empty())
                        : prepare(work, delivery));
    }

    private Uni<Optional<Call>> prepare(WorkItem work, Delivery delivery) {
        return access.mayHear(delivery)
                .chain(open -> open
                        ? endpoints
                                .target(delivery.ownerId(), delivery.endpointId())
                                .chain(target -> callOrCancel(work, delivery, target))
                        : end(work, delivery, DeliveryState.ACCESS_ENDED));
    }

    static UUID owner(WorkItem work) {
        return work.agency() == null ? work.tenant() : work.agency();
    }

    private Uni<Optional<Call>> callOrCancel(WorkItem work, Delivery delivery, Target target) {
        return target == null || !target.enabled()
                ? end(work, delivery, DeliveryState.CANCELLED)
                : whenWell(work, delivery, target);
    }

    private Uni<Optional<Call>> whenWell(WorkItem work, Delivery delivery, Target target) {
        return health.waitUntil(Delivery.WORK, delivery.endpointId())
                .chain(until -> until.map(moment -> putOff(work, delivery, moment))
                        .orElseGet(() -> inTurn(work, delivery, target)));
    }

    private Uni<Optional<Call>> inTurn(WorkItem work, Delivery delivery, Target target) {
        if (target.maxPerSecond() == null || delivery.takeSlot()) {
            return Uni.createFrom().item(() -> Optional.of(Call.of(delivery, target, clock.instant())));
        }
        return health.slot(delivery.ownerId(), delivery.endpointId(), target.maxPerSecond())
                .chain(slot -> slot.map(moment -> {
                            delivery.waitForSlot(moment);
                            return queue.postpone(work, moment).replaceWith(Optional.<Call>empty());
                        })
                        .orElseGet(() ->
                                Uni.createFrom().item(() -> Optional.of(Call.of(delivery, target, clock.instant())))));
    }

    private Uni<Optional<Call>> putOff(WorkItem work, Delivery delivery, Instant until) {
        delivery.putOff(until);
        return queue.postpone(work, until).replaceWith(Optional.empty());
    }

    private Uni<Optional<Call>> end(WorkItem work, Delivery delivery, DeliveryState last) {
        delivery.end(last, clock.instant());
        return queue.finish(work).chain(() -> order.release(delivery)).replaceWith(Optional.empty());
    }
}
