package org.footbridge.notification.webhook;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;
import org.footbridge.common.queue.Gatherer;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.footbridge.notification.egress.Reply;
import org.footbridge.notification.webhook.BatchService.Recorded;
import org.jboss.logging.Logger;

/**
 * Makes the attempts: prepare in a transaction, call without one, record in another. What is plain shares its transactions with
 * others of its owner (ADR 054); what is not, or where that fails, has its own.
 */
@ApplicationScoped
public class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final int RECORD_RETRIES = 8;
    private static final int TOGETHER = 256;

    /** What ends a delivery is its schedule, never a fault of ours. */
    private static final Patience PATIENCE = Patience.endless(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final AttemptService attempts;
    private final OutcomeService outcomes;
    private final BatchService batches;
    private final Gatherer<WorkItem, Call> preparing;
    private final Gatherer<Made, Recorded> recording;
    private final Sender sender;
    private final WorkLoops loops;
    private final DeliveryConfig config;

    public DeliveryWorker(
            AttemptService attempts,
            OutcomeService outcomes,
            BatchService batches,
            Sender sender,
            WorkLoops loops,
            DeliveryConfig config,
            Vertx vertx) {
        this.attempts = attempts;
        this.outcomes = outcomes;
        this.batches = batches;
        this.preparing = new Gatherer<>(vertx, TOGETHER, batches::prepare);
        this.recording = new Gatherer<>(vertx, TOGETHER, batches::record);
        this.sender = sender;
        this.loops = loops;
        this.config = config;
    }

    void start(@Observes StartupEvent start) {
        loops.start(Delivery.WORK, this::attempt, PATIENCE, config.inFlight());
    }

    private Uni<Void> attempt(WorkItem work) {
        return preparing
                .ask(owner(work), work)
                .onFailure()
                .recoverWithItem(failure -> alone("prepared", work, failure))
                .chain(call -> call.isPresent() ? Uni.createFrom().item(call) : attempts.prepare(work))
                .chain(call -> call.map(ready -> send(work, ready))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> send(WorkItem work, Call call) {
        return sender.send(call)
                .chain(reply ->
                        reply.isSuccess() ? recordTaken(new Made(work, call, reply)) : record(work, call, reply));
    }

    private Uni<Void> recordTaken(Made made) {
        return recording
                .ask(owner(made.work()), made)
                .onFailure()
                .recoverWithItem(failure -> alone("recorded", made.work(), failure))
                .chain(recorded -> recorded.map(what -> what == Recorded.RECOVERED
                                ? batches.recovered(made.work().lane())
                                : Uni.createFrom().voidItem())
                        .orElseGet(() -> record(made.work(), made.call(), made.reply())));
    }

    /** An agency's deliveries come from many districts, and are its own. */
    private static DatabaseCaller owner(WorkItem work) {
        return work.agency() == null
                ? DatabaseCaller.tenant(work.tenant())
                : new DatabaseCaller(null, work.agency(), false);
    }

    /** Says the kind of failure only: the database's message may repeat what a receiver answered. */
    private static <T> Optional<T> alone(String what, WorkItem work, Throwable failure) {
        LOG.warnf(
                "delivery %s is %s alone, as it could not be with others: %s",
                work.id(), what, failure.getClass().getSimpleName());
        return Optional.empty();
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
