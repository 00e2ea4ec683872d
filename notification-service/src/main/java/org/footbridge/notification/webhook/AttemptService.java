package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.footbridge.common.events.EventType;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.notification.egress.Reply;
import org.footbridge.notification.endpoint.EndpointService;
import org.footbridge.notification.endpoint.Target;
import org.footbridge.notification.queue.LostLeaseException;
import org.footbridge.notification.queue.WorkItem;
import org.footbridge.notification.queue.WorkQueueService;

/** Before and after an attempt: may it be made now, and what follows from what came of it. */
@ApplicationScoped
public class AttemptService {
    /** News of the end itself, which an agency is told although its access has just ended. */
    private static final Set<String> FAREWELLS = Set.of(
            EventType.REFERRAL_ACCESS_REVOKED.publicName(),
            EventType.REFERRAL_WITHDRAWN.publicName(),
            EventType.REFERRAL_ENTERED_IN_ERROR.publicName(),
            EventType.REFERRAL_DECLINED.publicName(),
            EventType.REFERRAL_CANCELLED.publicName(),
            EventType.REFERRAL_ENDED_NOT_SERVED.publicName(),
            EventType.REFERRAL_COMPLETED.publicName());

    private final DeliveryRepository deliveries;
    private final PlacementAccessRepository access;
    private final EndpointService endpoints;
    private final WorkQueueService queue;
    private final Outbox outbox;
    private final RetrySchedule schedule;
    private final Clock clock;

    public AttemptService(
            DeliveryRepository deliveries,
            PlacementAccessRepository access,
            EndpointService endpoints,
            WorkQueueService queue,
            Outbox outbox,
            RetrySchedule schedule,
            Clock clock) {
        this.deliveries = deliveries;
        this.access = access;
        this.endpoints = endpoints;
        this.queue = queue;
        this.outbox = outbox;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The call to make; empty where the delivery was ended instead, or its endpoint is gone with it. */
    @WithTransaction
    Uni<Optional<Call>> prepare(WorkItem work) {
        return deliveries
                .locked(work.agency(), work.id())
                .chain(delivery -> delivery == null || !delivery.isPending()
                        ? queue.finish(work).replaceWith(Optional.empty())
                        : prepare(work, delivery));
    }

    private Uni<Optional<Call>> prepare(WorkItem work, Delivery delivery) {
        return mayHear(delivery)
                .chain(open -> open
                        ? endpoints
                                .target(delivery.agencyId(), delivery.endpointId())
                                .chain(target -> callOrCancel(work, delivery, target))
                        : end(work, delivery, DeliveryState.ACCESS_ENDED));
    }

    private Uni<Boolean> mayHear(Delivery delivery) {
        return delivery.placementId() == null || FAREWELLS.contains(delivery.eventType())
                ? Uni.createFrom().item(true)
                : access.isOpen(delivery.placementId(), delivery.agencyId());
    }

    private Uni<Optional<Call>> callOrCancel(WorkItem work, Delivery delivery, Target target) {
        return target == null || !target.enabled()
                ? end(work, delivery, DeliveryState.CANCELLED)
                : Uni.createFrom().item(() -> Optional.of(Call.of(delivery, target, clock.instant())));
    }

    private Uni<Optional<Call>> end(WorkItem work, Delivery delivery, DeliveryState last) {
        delivery.end(last, clock.instant());
        return queue.finish(work).replaceWith(Optional.empty());
    }

    /** Records the attempt and what follows from it, unless the lease was lost and another copy has the delivery now. */
    @WithTransaction
    Uni<Delivery> record(WorkItem work, Call call, Reply reply) {
        return deliveries
                .locked(work.agency(), work.id())
                .chain(delivery -> delivery == null
                        ? queue.finish(work).replaceWith((Delivery) null)
                        : record(work, delivery, call, reply));
    }

    private Uni<Delivery> record(WorkItem work, Delivery delivery, Call call, Reply reply) {
        delivery.attempted(reply, schedule, clock.instant());
        Uni<Boolean> mine = delivery.isPending() ? queue.postpone(work, delivery.dueAt()) : queue.finish(work);
        return mine.invoke(held -> {
                    if (!held) {
                        throw new LostLeaseException(work);
                    }
                })
                .chain(() -> deliveries.persistAttempt(Attempt.of(delivery, call.started(), reply)))
                .chain(() -> tell(delivery, reply))
                .replaceWith(delivery);
    }

    private Uni<Void> tell(Delivery delivery, Reply reply) {
        if (reply.isGone()) {
            return endpoints.disableGone(delivery.agencyId(), delivery.endpointId());
        }
        return delivery.state() == DeliveryState.FAILED
                ? outbox.publish(delivery.failure(clock.instant()))
                : Uni.createFrom().voidItem();
    }
}
