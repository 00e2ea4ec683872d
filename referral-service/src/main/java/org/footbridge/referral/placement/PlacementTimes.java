package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** When a placement passed each point that clocks and figures count from. */
@Embeddable
public class PlacementTimes {
    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "scheduled_at")
    Instant scheduledAt;

    @Column(name = "first_kept_at")
    Instant firstKeptAt;

    @Column(name = "ended_at")
    Instant endedAt;

    protected PlacementTimes() {}

    PlacementTimes(Instant sentAt) {
        this.sentAt = sentAt;
    }

    /** Who decides, waits or asks has also received it, whether or not it said so before. */
    void received(Instant at) {
        if (acknowledgedAt == null) {
            this.acknowledgedAt = at;
        }
    }

    /** The acceptance was taken back, and what was booked went with it. */
    void undecided() {
        this.decidedAt = null;
        this.scheduledAt = null;
    }

    void decided(Instant at) {
        this.decidedAt = at;
        received(at);
    }

    public Instant sentAt() {
        return sentAt;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Instant scheduledAt() {
        return scheduledAt;
    }

    public Instant firstKeptAt() {
        return firstKeptAt;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
