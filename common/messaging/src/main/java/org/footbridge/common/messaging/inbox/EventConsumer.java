package org.footbridge.common.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.footbridge.common.events.Event;
import org.footbridge.common.messaging.outbox.TraceContext;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.jboss.logging.Logger;

/**
 * The one way in which the suite consumes: read the CloudEvent, set its tenant, then in one transaction mark it seen and act.
 * What may pass is retried for ever; what can never succeed goes to the dead letters, and the next record is processed.
 */
@ApplicationScoped
public class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final TraceContext trace;

    public EventConsumer(Inbox inbox, DeadLetters deadLetters, TraceContext trace) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.trace = trace;
    }

    /**
     * Consumes one record.
     *
     * @param consumer the inbox name, stable for ever: renaming it replays everything
     * @param effect the effect, inside the transaction that also marks the event as seen
     * @return completes when the effect is committed, or the record is skipped or in the dead letters
     */
    public Uni<Void> consume(
            String consumer, ConsumerRecord<String, byte[]> record, Function<Event, Uni<Void>> effect) {
        Optional<Event> event;
        try {
            event = CloudEventRecords.read(record);
        } catch (PoisonRecordException e) {
            return bury(consumer, record, e.reason(), e);
        }
        if (event.isEmpty()) {
            LOG.warnf("%s skips an unknown event type at %s", consumer, place(record));
            return Uni.createFrom().voidItem();
        }
        Tenancy.set(DatabaseCaller.tenant(event.get().tenantId()));
        trace.continueFrom(event.get().requestId(), CloudEventRecords.traceparent(record));
        return Uni.createFrom()
                .deferred(() -> once(consumer, event.get(), effect))
                .onFailure(e -> isPassing(e, consumer, record))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .withJitter(0.2)
                .indefinitely()
                .onFailure()
                .recoverWithUni(e -> bury(consumer, record, "effect-failed", e));
    }

    private Uni<Void> once(String consumer, Event event, Function<Event, Uni<Void>> effect) {
        return Panache.withTransaction(() -> inbox.firstTime(consumer, event.id())
                .chain(first -> first ? effect.apply(event) : Uni.createFrom().voidItem()));
    }

    private static boolean isPassing(Throwable failure, String consumer, ConsumerRecord<String, byte[]> record) {
        boolean passing = Transient.is(failure);
        if (passing) {
            LOG.warnf("%s tries %s again: %s", consumer, place(record), failure);
        }
        return passing;
    }

    private Uni<Void> bury(String consumer, ConsumerRecord<String, byte[]> record, String reason, Throwable cause) {
        LOG.errorf(cause, "%s puts %s into the dead letters: %s", consumer, place(record), reason);
        return deadLetters.bury(consumer, record, reason);
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
