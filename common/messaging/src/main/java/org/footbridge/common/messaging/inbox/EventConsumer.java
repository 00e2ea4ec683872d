package org.footbridge.common.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.footbridge.common.events.Event;
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

    public EventConsumer(Inbox inbox, DeadLetters deadLetters) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
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
            return deadLetters.bury(consumer, record, e.reason());
        }
        if (event.isEmpty()) {
            LOG.warnf(
                    "%s skips an unknown event type at %s-%d@%d",
                    consumer, record.topic(), record.partition(), record.offset());
            return Uni.createFrom().voidItem();
        }
        Tenancy.set(DatabaseCaller.tenant(event.get().tenantId()));
        return Uni.createFrom()
                .deferred(() -> once(consumer, event.get(), effect))
                .onFailure(Transient::is)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .withJitter(0.2)
                .indefinitely()
                .onFailure()
                .recoverWithUni(e -> deadLetters.bury(consumer, record, e));
    }

    private Uni<Void> once(String consumer, Event event, Function<Event, Uni<Void>> effect) {
        return Panache.withTransaction(() -> inbox.firstTime(consumer, event.id())
                .chain(first -> first ? effect.apply(event) : Uni.createFrom().voidItem()));
    }
}
