package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Actor;

/** One try of an agency to reach the family. Written once, and nothing of what was said. */
@Entity
@Table(name = "contact_attempt")
public class ContactAttempt {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "attempted_at")
    private Instant attemptedAt;

    @Enumerated(EnumType.STRING)
    private ContactChannel channel;

    @Enumerated(EnumType.STRING)
    private ContactOutcome outcome;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected ContactAttempt() {}

    /** What was tried and what came of it. */
    public record Try(Instant at, ContactChannel channel, ContactOutcome outcome) {}

    public static ContactAttempt record(Placement placement, Try tried, Actor agency, Instant at) {
        ContactAttempt attempt = new ContactAttempt();
        attempt.id = Ids.next();
        attempt.tenantId = placement.tenantId();
        attempt.agencyId = placement.agencyId();
        attempt.placementId = placement.id();
        attempt.attemptedAt = tried.at();
        attempt.channel = tried.channel();
        attempt.outcome = tried.outcome();
        attempt.actorSubject = agency.subject();
        attempt.recordedAt = at;
        return attempt;
    }

    public UUID id() {
        return id;
    }

    public Instant attemptedAt() {
        return attemptedAt;
    }

    public ContactChannel channel() {
        return channel;
    }

    public ContactOutcome outcome() {
        return outcome;
    }
}
