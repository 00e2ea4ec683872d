package org.footbridge.feedback.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.messaging.inbox.EventConsumer;

/** Keeps the facts up to date with what referral-service tells. */
@ApplicationScoped
public class ReferralConsumer {
    private final EventConsumer events;
    private final ReferralFactService service;

    public ReferralConsumer(EventConsumer events, ReferralFactService service) {
        this.events = events;
        this.service = service;
    }

    @Incoming("referral-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume("referral-facts", record, service::take);
    }
}
