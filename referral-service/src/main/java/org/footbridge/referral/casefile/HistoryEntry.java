package org.footbridge.referral.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.referral.Referral;

/** One step of a machine as the database keeps it: written once, never changed. Ids tell the order. */
@Entity
@Table(name = "transition")
public class HistoryEntry {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private Transition.Kind kind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "from_state")
    private String from;

    @Column(name = "to_state")
    private String to;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_person_id")
    private UUID actorPersonId;

    @Column(name = "actor_org_id")
    private UUID actorOrgId;

    @Column(name = "actor_role")
    private String actorRole;

    @Column(name = "reason_code")
    private String reasonCode;

    private String note;

    @Column(name = "happened_at")
    private Instant at;

    protected HistoryEntry() {}

    static HistoryEntry of(Referral referral, Transition step) {
        HistoryEntry entry = new HistoryEntry();
        entry.id = Ids.next();
        entry.tenantId = referral.tenantId();
        entry.referralId = referral.id();
        entry.kind = step.kind();
        entry.subjectId = step.subjectId();
        entry.from = step.from();
        entry.to = step.to();
        entry.actorSubject = step.actor().subject();
        entry.actorPersonId = step.actor().personId();
        entry.actorOrgId = step.actor().organizationId();
        entry.actorRole = step.actor().role();
        entry.reasonCode = step.reason().code();
        entry.note = step.reason().note();
        entry.at = step.at();
        return entry;
    }

    public Transition.Kind kind() {
        return kind;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    /** The person of the roster, {@code null} for an agency's account or a system. */
    public UUID actorPersonId() {
        return actorPersonId;
    }

    public UUID actorOrgId() {
        return actorOrgId;
    }

    public String actorRole() {
        return actorRole;
    }

    public String reasonCode() {
        return reasonCode;
    }

    public String note() {
        return note;
    }

    public Instant at() {
        return at;
    }
}
