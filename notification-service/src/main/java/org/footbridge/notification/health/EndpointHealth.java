package org.footbridge.notification.health;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What an endpoint's last answers were like, and what follows: leave it alone for a while, warn, or disable. */
@Entity
@Table(name = "webhook_health")
public class EndpointHealth {
    @Id
    @Column(name = "endpoint_id")
    private UUID endpointId;

    @Column(name = "owner_id")
    private UUID ownerId;

    private int failures;

    @Column(name = "failing_since")
    private Instant failingSince;

    private int warnings;
    private int opened;
    private boolean probing;

    @Column(name = "held_until")
    private Instant heldUntil;

    /** For Hibernate. */
    protected EndpointHealth() {}

    static EndpointHealth unknown(UUID endpoint, UUID owner) {
        EndpointHealth health = new EndpointHealth();
        health.endpointId = endpoint;
        health.ownerId = owner;
        return health;
    }

    /** What a failure leads to, beyond being counted. */
    enum Consequence {
        NONE,
        HELD,
        WARN,
        DISABLE
    }

    /**
     * Counts one failure.
     *
     * @param asked until when the receiver asked to be left alone, or {@code null}
     */
    Consequence failed(HealthConfig config, Instant asked, Instant now) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        boolean held = hold(config, asked, now);
        Duration failing = Duration.between(failingSince, now);
        if (failing.compareTo(config.disableAfter()) >= 0) {
            return Consequence.DISABLE;
        }
        boolean warn = warnings < config.warnings().size()
                && failing.compareTo(config.warnings().get(warnings)) >= 0;
        if (warn) {
            warnings++;
            return Consequence.WARN;
        }
        return held ? Consequence.HELD : Consequence.NONE;
    }

    /** Whether the endpoint is left alone from now on, or for longer than before. */
    private boolean hold(HealthConfig config, Instant asked, Instant now) {
        Instant before = heldUntil;
        if (asked != null && asked.isAfter(now)) {
            hold(earlier(asked, now.plus(config.longestHold())));
        }
        // what was on its way when the breaker opened does not open it again
        boolean closed = before == null || !before.isAfter(now) || probing;
        if (failures >= config.breakerFailures() && closed) {
            hold(now.plus(open(config)));
            opened++;
            probing = false;
        }
        return heldUntil != null && !heldUntil.equals(before);
    }

    private void hold(Instant until) {
        heldUntil = heldUntil == null || until.isAfter(heldUntil) ? until : heldUntil;
    }

    private Duration open(HealthConfig config) {
        Duration doubled = config.breakerOpen().multipliedBy(1L << Math.min(opened, 10));
        return doubled.compareTo(config.breakerLongest()) > 0 ? config.breakerLongest() : doubled;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    boolean isHeld(Instant now) {
        return heldUntil != null && heldUntil.isAfter(now);
    }

    Instant heldUntil() {
        return heldUntil;
    }

    Instant failingSince() {
        return failingSince;
    }

    int failures() {
        return failures;
    }
}
