package org.footbridge.notification.webhook;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.footbridge.notification.egress.GuardedClient;
import org.footbridge.notification.egress.Reply;
import org.footbridge.notification.queue.LostLeaseException;
import org.footbridge.notification.queue.WorkItem;
import org.footbridge.notification.queue.WorkKind;
import org.footbridge.notification.queue.WorkLoops;
import org.jboss.logging.Logger;

/** Makes the attempts: prepare in a transaction, call without one, record in another. */
@ApplicationScoped
public class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final int RECORD_RETRIES = 8;

    private final AttemptService attempts;
    private final GuardedClient client;
    private final WorkLoops loops;

    public DeliveryWorker(AttemptService attempts, GuardedClient client, WorkLoops loops) {
        this.attempts = attempts;
        this.client = client;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(WorkKind.WEBHOOK, this::attempt);
    }

    private Uni<Void> attempt(WorkItem work) {
        return attempts.prepare(work).chain(call -> call.map(ready -> send(work, ready))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> send(WorkItem work, Call call) {
        return client.post(call.url(), call.headers(), call.body()).chain(reply -> record(work, call, reply));
    }

    /** A short outage of the database must not turn an attempt that was made into one that is made again. */
    private Uni<Void> record(WorkItem work, Call call, Reply reply) {
        return Uni.createFrom()
                .deferred(() -> attempts.record(work, call, reply))
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
