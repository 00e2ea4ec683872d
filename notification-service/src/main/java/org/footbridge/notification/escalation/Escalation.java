package org.footbridge.notification.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ReferralSnapshot;

/** How a crisis stands, as the events say. */
@Entity
@Table(name = "escalation")
public class Escalation {
    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    private int level;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    private long sequence;

    @Column(name = "last_event_id")
    private UUID lastEventId;

    @Column(name = "turns_missed")
    private int turnsMissed;

    /** For Hibernate. */
    protected Escalation() {}

    static Escalation of(Event event) {
        Escalation escalation = new Escalation();
        escalation.referralId = event.subject();
        escalation.tenantId = event.tenantId();
        return escalation;
    }

    /** {@code false} for an event that was passed already. */
    boolean take(Event event, ReferralSnapshot.Crisis crisis) {
        if (event.sequence() <= sequence) {
            return false;
        }
        sequence = event.sequence();
        lastEventId = event.id();
        turnsMissed = 0;
        level = crisis.level();
        raisedAt = crisis.raisedAt();
        nextAt = crisis.nextAt();
        acknowledgedAt = crisis.acknowledgedAt();
        return true;
    }

    boolean isAcknowledged() {
        return acknowledgedAt != null;
    }

    /** Nobody has passed it on, once more. */
    void miss() {
        turnsMissed++;
    }

    int turnsMissed() {
        return turnsMissed;
    }

    UUID lastEventId() {
        return lastEventId;
    }

    int level() {
        return level;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    /** {@code null} once it is acknowledged, and from a version that did not say it. */
    Instant nextAt() {
        return nextAt;
    }

    Instant acknowledgedAt() {
        return acknowledgedAt;
    }
}
