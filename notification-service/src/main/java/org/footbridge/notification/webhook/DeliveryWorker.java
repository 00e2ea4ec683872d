package org.footbridge.notification.webhook;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.footbridge.notification.egress.Reply;
import org.jboss.logging.Logger;

/** Makes the attempts: prepare in a transaction, call without one, record in another. */
@ApplicationScoped
public class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final int RECORD_RETRIES = 8;

    /** What ends a delivery is its schedule, never a fault of ours. */
    private static final Patience PATIENCE = Patience.endless(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final AttemptService attempts;
    private final OutcomeService outcomes;
    private final Sender sender;
    private final WorkLoops loops;

    public DeliveryWorker(AttemptService attempts, OutcomeService outcomes, Sender sender, WorkLoops loops) {
        this.attempts = attempts;
        this.outcomes = outcomes;
        this.sender = sender;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(Delivery.WORK, this::attempt, PATIENCE);
    }

    private Uni<Void> attempt(WorkItem work) {
        return attempts.prepare(work).chain(call -> call.map(ready -> send(work, ready))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> send(WorkItem work, Call call) {
        return sender.send(call).chain(reply -> record(work, call, reply));
    }

    /** A short outage of the database must not turn an attempt that was made into one that is made again. */
    private Uni<Void> record(WorkItem work, Call call, Reply reply) {
        return Uni.createFrom()
                .deferred(() -> outcomes.record(work, call, reply))
                .onFailure(failure -> !(failure instanceof LostLeaseException))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .atMost(RECORD_RETRIES)
                .invoke(delivery -> log(delivery, reply))
                .replaceWithVoid();
    }

    private static void log(Delivery delivery, Reply reply) {
        if (delivery != null && !reply.isSuccess()) {
            LOG.warnf(
                    "delivery %s to endpoint %s: attempt %d got %s, now %s",
                    delivery.id(), delivery.endpointId(), delivery.attempts(), reply.errorCode(), delivery.state());
        }
    }
}
