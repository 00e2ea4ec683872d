package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.messaging.outbox.TraceContext;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.notification.endpoint.EndpointService;
import org.footbridge.notification.endpoint.Owner;

/** What an owner sees of its deliveries and does with them. */
@ApplicationScoped
public class DeliveryService {
    private final DeliveryRepository deliveries;
    private final EndpointService endpoints;
    private final WorkQueueService queue;
    private final TraceContext trace;
    private final Clock clock;

    public DeliveryService(
            DeliveryRepository deliveries,
            EndpointService endpoints,
            WorkQueueService queue,
            TraceContext trace,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.queue = queue;
        this.trace = trace;
        this.clock = clock;
    }

    /** A delivery with its attempts so far. */
    record Tried(Delivery delivery, List<Attempt> attempts) {}

    @WithTransaction
    Uni<Delivery> ping(Owner owner, UUID endpoint) {
        return endpoints
                .requireEnabled(owner.id(), endpoint)
                .map(enabled -> Delivery.ping(owner, endpoint, trace.requestId(), clock.instant()))
                .chain(deliveries::persistAndFlush)
                .call(delivery -> queue.put(delivery.work(), delivery.dueAt()));
    }

    @WithTransaction
    Uni<List<Tried>> list(UUID owner, UUID endpoint, DeliveryState state, UUID before, int size) {
        return endpoints
                .requireKnown(owner, endpoint)
                .chain(() -> deliveries.page(owner, endpoint, state, before, size))
                .chain(found -> withAttempts(owner, found));
    }

    @WithTransaction
    Uni<Delivery> resend(UUID owner, UUID endpoint, UUID id) {
        return endpoints
                .requireEnabled(owner, endpoint)
                .chain(() -> deliveries.locked(owner, endpoint, id))
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("The endpoint has no such delivery."))
                .invoke(delivery -> delivery.resend(clock.instant()))
                .call(delivery -> queue.put(delivery.work(), delivery.dueAt()));
    }

    private Uni<List<Tried>> withAttempts(UUID owner, List<Delivery> found) {
        return deliveries
                .attempts(owner, found.stream().map(Delivery::id).toList())
                .map(all -> {
                    Map<UUID, List<Attempt>> byDelivery = all.stream()
                            .collect(Collectors.groupingBy(
                                    attempt -> attempt.key().deliveryId()));
                    return found.stream()
                            .map(delivery -> new Tried(delivery, byDelivery.getOrDefault(delivery.id(), List.of())))
                            .toList();
                });
    }
}
