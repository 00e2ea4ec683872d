package org.footbridge.notification.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.notification.preference.NoticeChannel;

/** One step of an escalation. */
@Entity
@Table(name = "escalation_step")
public class EscalationStep {

    /** What happened. */
    public enum Kind {
        RAISED,
        PASSED_ON,
        /** The time was over, and nobody had passed it on: it is told again. */
        LATE,
        TOLD,
        /** Not this person on this channel; the reason says why. */
        NOT_TOLD,
        ACKNOWLEDGED
    }

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private int level;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private NoticeChannel channel;

    private String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    protected EscalationStep() {}

    static EscalationStep of(UUID tenant, UUID referral, Kind kind, int level, Instant now) {
        EscalationStep step = new EscalationStep();
        step.id = Ids.next();
        step.tenantId = tenant;
        step.referralId = referral;
        step.kind = kind;
        step.level = level;
        step.createdAt = now;
        return step;
    }

    EscalationStep to(UUID person, NoticeChannel by, String why) {
        personId = person;
        channel = by;
        reason = why;
        return this;
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    int level() {
        return level;
    }

    UUID personId() {
        return personId;
    }

    NoticeChannel channel() {
        return channel;
    }

    String reason() {
        return reason;
    }

    Instant createdAt() {
        return createdAt;
    }
}
