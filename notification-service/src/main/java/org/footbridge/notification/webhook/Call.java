package org.footbridge.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.footbridge.notification.egress.Credentials;
import org.footbridge.notification.endpoint.Target;

/** One attempt, ready to be sent: made in a transaction, sent outside of it. */
record Call(String url, Map<String, String> headers, byte[] body, Credentials credentials, Instant started) {
    private static final String USER_AGENT = "Footbridge-Webhooks/1";

    static Call of(Delivery delivery, Target target, Instant now) {
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        String id = delivery.eventId().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.putAll(target.headers());
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", USER_AGENT);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", WebhookSignature.header(id, now, body, target.keys()));
        if (delivery.requestId() != null) {
            headers.put("X-Request-Id", delivery.requestId());
        }
        if (delivery.traceparent() != null) {
            headers.put("traceparent", delivery.traceparent());
        }
        return new Call(target.url(), headers, body, target.credentials(), now);
    }
}
