package org.footbridge.referral.referral;

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

/** A question about a referral, or its answer: written once, never changed. Ids tell the order. */
@Entity
@Table(name = "referral_inquiry")
class Inquiry {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String text;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_person_id")
    private UUID actorPersonId;

    @Column(name = "actor_role")
    private String actorRole;

    @Column(name = "happened_at")
    private Instant at;

    protected Inquiry() {}

    /** Which of the two it is. */
    enum Kind {
        QUESTION,
        ANSWER
    }

    static Inquiry of(Referral referral, Kind kind, String text, Actor actor, Instant at) {
        Inquiry inquiry = new Inquiry();
        inquiry.id = Ids.next();
        inquiry.tenantId = referral.tenantId();
        inquiry.referralId = referral.id();
        inquiry.kind = kind;
        inquiry.text = text;
        inquiry.actorSubject = actor.subject();
        inquiry.actorPersonId = actor.personId();
        inquiry.actorRole = actor.role();
        inquiry.at = at;
        referral.inquired();
        return inquiry;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    String actorRole() {
        return actorRole;
    }

    Instant at() {
        return at;
    }
}
