package org.footbridge.notification.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.messaging.inbox.EventConsumer;
import org.footbridge.notification.mail.NoticeService;
import org.footbridge.notification.webhook.FanOutService;

/** Events of referrals: one transaction marks the event and enqueues everything that somebody has to be told. */
@ApplicationScoped
public class ReferralConsumer {
    private static final String CONSUMER = "notices";

    private final EventConsumer events;
    private final FanOutService webhooks;
    private final NoticeService mails;

    public ReferralConsumer(EventConsumer events, FanOutService webhooks, NoticeService mails) {
        this.events = events;
        this.webhooks = webhooks;
        this.mails = mails;
    }

    @Incoming("referral-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume(CONSUMER, record, event -> webhooks.spread(event).chain(() -> mails.plan(event)));
    }
}
