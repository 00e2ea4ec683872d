package org.footbridge.common.messaging.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;
import org.footbridge.common.events.Event;

/** One effect of one event. */
@Entity
class Effect {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long number;

    @Column(name = "event_id")
    UUID eventId;

    UUID subject;
    long sequence;
    String name;

    @Column(name = "request_id")
    String requestId;

    String traceparent;

    protected Effect() {}

    Effect(Event event, String name, String requestId, String traceparent) {
        this.eventId = event.id();
        this.subject = event.subject();
        this.sequence = event.sequence();
        this.name = name;
        this.requestId = requestId;
        this.traceparent = traceparent;
    }
}
