package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.notification.egress.Reply;
import org.footbridge.notification.health.HealthService;

/** After an attempt: what follows for the delivery, for those behind it and for its endpoint. */
@ApplicationScoped
public class OutcomeService {
    private final DeliveryRepository deliveries;
    private final HealthService health;
    private final SendingOrder order;
    private final WorkQueueService queue;
    private final Outbox outbox;
    private final RetrySchedule schedule;
    private final Clock clock;

    public OutcomeService(
            DeliveryRepository deliveries,
            HealthService health,
            SendingOrder order,
            WorkQueueService queue,
            Outbox outbox,
            RetrySchedule schedule,
            Clock clock) {
        this.deliveries = deliveries;
        this.health = health;
        this.order = order;
        this.queue = queue;
        this.outbox = outbox;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Records the attempt and what follows from it, unless the lease was lost and another copy has the delivery now. */
    @WithTransaction
    Uni<Delivery> record(WorkItem work, Call call, Reply reply) {
        return deliveries
                .locked(AttemptService.owner(work), work.id())
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
                .chain(() -> judge(delivery, reply))
                .chain(() -> tell(delivery, reply))
                .chain(() -> delivery.isPending() ? Uni.createFrom().voidItem() : order.release(delivery))
                .replaceWith(delivery);
    }

    private Uni<Void> judge(Delivery delivery, Reply reply) {
        if (reply.isGone()) {
            return health.gone(delivery.ownerId(), delivery.endpointId());
        }
        if (reply.isSuccess()) {
            return health.succeeded(Delivery.WORK, delivery.endpointId());
        }
        Instant asked = reply.isBusy()
                ? schedule.asked(reply.retryAfter(), clock.instant()).orElse(null)
                : null;
        return health.failed(Delivery.WORK, delivery.ownerId(), delivery.endpointId(), asked);
    }

    private Uni<Void> tell(Delivery delivery, Reply reply) {
        return delivery.state() == DeliveryState.FAILED && !reply.isGone()
                ? outbox.publish(delivery.failure(clock.instant()))
                : Uni.createFrom().voidItem();
    }
}
