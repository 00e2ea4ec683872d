package org.footbridge.notification.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.events.Event;
import org.footbridge.common.messaging.inbox.EventConsumer;
import org.footbridge.notification.agency.AgencyLetterService;
import org.footbridge.notification.webhook.FanOutService;

/** Events of the directory: agencies hear of families who ask them for contact, and of entries that they should look at. */
@ApplicationScoped
public class DirectoryConsumer {
    private static final String CONSUMER = "directory";

    private final EventConsumer events;
    private final FanOutService webhooks;
    private final AgencyLetterService mails;

    public DirectoryConsumer(EventConsumer events, FanOutService webhooks, AgencyLetterService mails) {
        this.events = events;
        this.webhooks = webhooks;
        this.mails = mails;
    }

    @Incoming("directory-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume(CONSUMER, record, this::take);
    }

    private Uni<Void> take(Event event) {
        return switch (event.type()) {
            case CONTACT_REQUESTED, VERIFICATION_DUE ->
                webhooks.tellAgencyOf(event).chain(() -> mails.plan(event));
            default -> Uni.createFrom().voidItem();
        };
    }
}
