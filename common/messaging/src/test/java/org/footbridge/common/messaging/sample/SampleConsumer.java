package org.footbridge.common.messaging.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.messaging.inbox.EventConsumer;

/** Consumes as every service does. */
@ApplicationScoped
public class SampleConsumer {
    private final EventConsumer events;
    private final SampleService service;

    public SampleConsumer(EventConsumer events, SampleService service) {
        this.events = events;
        this.service = service;
    }

    @Incoming("roster-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume("sample", record, service::take);
    }
}
