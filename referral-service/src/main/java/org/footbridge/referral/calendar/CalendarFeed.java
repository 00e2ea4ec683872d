package org.footbridge.referral.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.referral.lifecycle.Actor;

/** Somebody's subscription to his or her booked visits. Its address is known to its owner alone. */
@Entity
public class CalendarFeed {
    /** A school year, and room to open the next one. */
    private static final Duration LIFETIME = Duration.ofDays(365);

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "owner_subject")
    private String ownerSubject;

    @Column(name = "owner_person_id")
    private UUID ownerPersonId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Version
    private long version;

    protected CalendarFeed() {}

    /** Of a district's coordinator or counselor where he or she is a person of the roster, else of an agency. */
    static CalendarFeed of(Actor owner, Instant at) {
        CalendarFeed feed = new CalendarFeed();
        feed.id = UUID.randomUUID();
        feed.tenantId = owner.personId() == null ? null : owner.organizationId();
        feed.agencyId = owner.personId() == null ? owner.organizationId() : null;
        feed.ownerSubject = owner.subject();
        feed.ownerPersonId = owner.personId();
        feed.createdAt = at;
        feed.expiresAt = at.plus(LIFETIME);
        return feed;
    }

    void revoke(Instant at) {
        if (revokedAt == null) {
            this.revokedAt = at;
        }
    }

    /** Whoever reads it reads as its owner. */
    Actor reader() {
        return new Actor(ownerSubject, ownerPersonId, tenantId == null ? agencyId : tenantId, "CALENDAR_FEED");
    }

    /** Whether its address leads somewhere. */
    boolean isOpen(Instant at) {
        return revokedAt == null && at.isBefore(expiresAt);
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID agencyId() {
        return agencyId;
    }

    UUID ownerPersonId() {
        return ownerPersonId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
