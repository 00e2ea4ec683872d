package org.footbridge.feedback.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.messaging.inbox.EventConsumer;

/** Keeps districts, schools and assignments up to date with the roster. */
@ApplicationScoped
public class RosterConsumer {
    private final EventConsumer events;
    private final RosterService service;

    public RosterConsumer(EventConsumer events, RosterService service) {
        this.events = events;
        this.service = service;
    }

    @Incoming("roster-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume("roster", record, service::take);
    }
}
