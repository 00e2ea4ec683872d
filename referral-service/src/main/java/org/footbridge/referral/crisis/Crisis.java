package org.footbridge.referral.crisis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.referral.referral.Referral;

/** A referral in crisis, which waits until somebody says that he or she has it in hand. */
@Entity
class Crisis {
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

    @Column(name = "acknowledged_by")
    private UUID acknowledgedBy;

    @Version
    private long version;

    protected Crisis() {}

    /** It is the turn of the first in the chain until {@code next}. */
    static Crisis raise(Referral referral, Instant now, Instant next) {
        Crisis crisis = new Crisis();
        crisis.referralId = referral.id();
        crisis.tenantId = referral.tenantId();
        crisis.raisedAt = now;
        crisis.nextAt = next;
        return crisis;
    }

    /** The next one's turn, or once more the last one's. */
    void escalate(int lastLevel, Instant next) {
        level = Math.min(level + 1, lastLevel);
        nextAt = next;
    }

    /** The first to say so stays the one who has it. */
    void acknowledge(UUID person, Instant now) {
        acknowledgedAt = now;
        acknowledgedBy = person;
        nextAt = null;
    }

    boolean waits() {
        return acknowledgedAt == null;
    }

    int level() {
        return level;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Instant nextAt() {
        return nextAt;
    }

    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    UUID acknowledgedBy() {
        return acknowledgedBy;
    }

    ReferralSnapshot.Crisis snapshot() {
        return new ReferralSnapshot.Crisis(level, raisedAt, nextAt, acknowledgedAt);
    }
}
