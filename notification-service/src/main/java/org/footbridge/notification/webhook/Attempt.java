package org.footbridge.notification.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.notification.egress.Reply;

/** One call of an endpoint and what came of it. */
@Entity
@Table(name = "webhook_attempt")
public class Attempt {
    @EmbeddedId
    private Key key;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Column(name = "endpoint_id")
    private UUID endpointId;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "latency_ms")
    private int latencyMs;

    private Integer status;

    @Column(name = "error_code")
    private String errorCode;

    private String response;

    /** Which delivery's attempt, counted from 1. */
    @Embeddable
    public record Key(@Column(name = "delivery_id") UUID deliveryId, int number) implements Serializable {}

    /** For Hibernate. */
    protected Attempt() {}

    static Attempt of(Delivery delivery, Instant started, Reply reply) {
        Attempt attempt = new Attempt();
        attempt.key = new Key(delivery.id(), delivery.attempts());
        attempt.ownerId = delivery.ownerId();
        attempt.endpointId = delivery.endpointId();
        attempt.startedAt = started;
        attempt.latencyMs = (int) reply.took().toMillis();
        attempt.status = reply.status();
        attempt.errorCode = reply.errorCode();
        attempt.response = reply.body();
        return attempt;
    }

    Key key() {
        return key;
    }

    Instant startedAt() {
        return startedAt;
    }

    int latencyMs() {
        return latencyMs;
    }

    Integer status() {
        return status;
    }

    String errorCode() {
        return errorCode;
    }

    String response() {
        return response;
    }
}
