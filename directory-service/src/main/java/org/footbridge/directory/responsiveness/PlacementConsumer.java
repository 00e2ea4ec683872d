package org.footbridge.directory.responsiveness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.messaging.inbox.EventConsumer;

/** Hears of placements from referral-service. */
@ApplicationScoped
public class PlacementConsumer {
    private final EventConsumer events;
    private final ResponsivenessService service;

    public PlacementConsumer(EventConsumer events, ResponsivenessService service) {
        this.events = events;
        this.service = service;
    }

    @Incoming("referral-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume("placement-facts", record, service::take);
    }
}
