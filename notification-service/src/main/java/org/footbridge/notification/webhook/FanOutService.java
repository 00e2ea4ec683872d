package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.messaging.outbox.TraceContext;
import org.footbridge.notification.endpoint.EndpointService;
import org.footbridge.notification.queue.WorkQueueService;

/** Turns one event of a referral into what is known of access, and into one delivery per endpoint that wants it. */
@ApplicationScoped
public class FanOutService {
    private final PlacementAccessRepository access;
    private final EndpointService endpoints;
    private final DeliveryRepository deliveries;
    private final WorkQueueService queue;
    private final TraceContext trace;
    private final Clock clock;

    public FanOutService(
            PlacementAccessRepository access,
            EndpointService endpoints,
            DeliveryRepository deliveries,
            WorkQueueService queue,
            TraceContext trace,
            Clock clock) {
        this.access = access;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.trace = trace;
        this.clock = clock;
    }

    /** Takes effect of the event, in the transaction that marks it as seen. */
    @WithTransaction
    public Uni<Void> spread(Event event) {
        List<PlacementAccess> placements = placements(event);
        return remember(placements).chain(() -> concerned(event, placements)
                .map(placement -> enqueue(event, placement))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> remember(List<PlacementAccess> placements) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (PlacementAccess placement : placements) {
            chain = chain.chain(() -> access.remember(placement));
        }
        return chain;
    }

    private Uni<Void> enqueue(Event event, PlacementAccess placement) {
        return actFor(event.agencyId())
                .chain(() -> endpoints.listening(event.agencyId(), event.type().publicName()))
                .chain(listening -> enqueueAll(event, placement, listening));
    }

    private Uni<Void> enqueueAll(Event event, PlacementAccess placement, List<UUID> listening) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (UUID endpoint : listening) {
            chain = chain.chain(
                    () -> enqueue(Delivery.of(event, trace.traceparent(), placement, endpoint, clock.instant())));
        }
        return chain;
    }

    private Uni<Void> enqueue(Delivery delivery) {
        return deliveries.persistAndFlush(delivery).chain(() -> queue.put(delivery.work(), delivery.dueAt()));
    }

    /** The event's tenant is set already; endpoints and deliveries belong to its agency. */
    private static Uni<Void> actFor(UUID agency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select set_config('footbridge.agency', :agency, true)")
                        .setParameter("agency", agency.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    private static List<PlacementAccess> placements(Event event) {
        List<ReferralSnapshot.PlacementSnapshot> all =
                event.data(ReferralSnapshot.class).placements();
        return Optional.ofNullable(all).orElse(List.of()).stream()
                .map(placement -> new PlacementAccess(
                        placement.placementId(),
                        event.tenantId(),
                        placement.agencyId(),
                        placement.state(),
                        placement.accessOpen(),
                        event.sequence()))
                .toList();
    }

    /** The agency's placement that the event is about. */
    private static Optional<PlacementAccess> concerned(Event event, List<PlacementAccess> placements) {
        UUID named = event.data(ReferralSnapshot.class).placementId();
        return placements.stream()
                .filter(placement -> placement.agencyId().equals(event.agencyId()))
                .filter(placement -> named == null || Objects.equals(placement.placementId(), named))
                .reduce((first, last) -> last);
    }
}
