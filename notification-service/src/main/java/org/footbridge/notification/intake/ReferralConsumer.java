package org.footbridge.notification.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.messaging.inbox.EventConsumer;
import org.footbridge.notification.mail.NoticeService;
import org.footbridge.notification.oncall.OnCallService;
import org.footbridge.notification.webhook.FanOutService;

/** Events of referrals: one transaction marks the event and enqueues everything that somebody has to be told. */
@ApplicationScoped
public class ReferralConsumer {
    private static final String CONSUMER = "notices";

    private final EventConsumer events;
    private final FanOutService webhooks;
    private final NoticeService mails;
    private final OnCallService onCall;

    public ReferralConsumer(EventConsumer events, FanOutService webhooks, NoticeService mails, OnCallService onCall) {
        this.events = events;
        this.webhooks = webhooks;
        this.mails = mails;
        this.onCall = onCall;
    }

    @Incoming("referral-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume(CONSUMER, record, event -> referral(event).chain(() -> mails.plan(event)));
    }

    /** No agency hears of what is no referral yet, and nobody is on call for it. */
    private Uni<Void> referral(Event event) {
        return event.data() instanceof ReferralSnapshot
                ? webhooks.spread(event).chain(() -> onCall.referral(event))
                : Uni.createFrom().voidItem();
    }
}
