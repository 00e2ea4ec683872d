package org.footbridge.notification.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.messaging.inbox.EventConsumer;
import org.footbridge.notification.oncall.OnCallService;
import org.footbridge.notification.person.PersonService;

/** Events of the roster: whom a school calls in a crisis, and whose account is whose. */
@ApplicationScoped
public class RosterConsumer {
    private static final String CONSUMER = "roster";

    private final EventConsumer events;
    private final OnCallService copies;
    private final PersonService persons;

    public RosterConsumer(EventConsumer events, OnCallService copies, PersonService persons) {
        this.events = events;
        this.copies = copies;
        this.persons = persons;
    }

    @Incoming("roster-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume(CONSUMER, record, event -> copies.roster(event).chain(() -> persons.take(event)));
    }
}
