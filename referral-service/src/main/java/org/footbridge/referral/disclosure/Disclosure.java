package org.footbridge.referral.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.Referral;

/** One row of the ledger (34 CFR 99.32): what went to whom, by which right and for what. Written once. */
@Entity
public class Disclosure {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "disclosed_record_id")
    private UUID disclosedRecordId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "recipient_agency_id")
    private UUID recipientAgencyId;

    @Column(name = "recipient_name")
    private String recipientName;

    private String[] scope;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "legal_basis")
    private String legalBasis;

    private String notice;
    private String reason;

    @Column(name = "threat_description")
    private String threatDescription;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_person_id")
    private UUID actorPersonId;

    @Column(name = "happened_at")
    private Instant happenedAt;

    protected Disclosure() {}

    /** Whether the district let the record go, the agency fetched it, or the school gave something beside it. */
    public enum Kind {
        RELEASED,
        READ,
        ANSWERED("ANSWER"),
        MESSAGED("MESSAGE"),
        ATTACHED("ATTACHMENTS"),
        ATTACHMENT_READ("ATTACHMENTS");

        private final String[] beside;

        Kind(String... beside) {
            this.beside = beside;
        }
    }

    /** The release itself, with what had to be said for it. */
    static Disclosure released(
            Referral referral, Placement placement, DisclosedRecord record, Release release, Actor actor, Instant at) {
        Disclosure row = of(Kind.RELEASED, referral, placement, record, actor, at);
        row.reason = release.reason();
        row.threatDescription = release.threatDescription();
        return row;
    }

    static Disclosure of(
            Kind kind, Referral referral, Placement placement, DisclosedRecord record, Actor actor, Instant at) {
        Disclosure row = new Disclosure();
        row.id = Ids.next();
        row.tenantId = referral.tenantId();
        row.studentId = referral.studentId();
        row.referralId = referral.id();
        row.placementId = placement.id();
        row.disclosedRecordId = record.id();
        row.kind = kind;
        row.recipientAgencyId = placement.destination().agencyId();
        row.recipientName = placement.destination().agencyName();
        row.scope = record.scope().stream().map(Enum::name).sorted().toArray(String[]::new);
        row.purpose = record.purpose();
        row.legalBasis = record.legalBasis().citation();
        row.notice = Redisclosure.notice(record.scope());
        row.actorSubject = actor.subject();
        row.actorPersonId = actor.personId();
        row.happenedAt = at;
        return row;
    }

    /** What is not a part of the frozen record: its scope says so. */
    static Disclosure beside(
            Kind kind, Referral referral, Placement placement, DisclosedRecord record, Actor coordinator, Instant at) {
        Disclosure row = of(kind, referral, placement, record, coordinator, at);
        row.scope = kind.beside.clone();
        return row;
    }

    public UUID id() {
        return id;
    }

    DisclosureResponse toResponse() {
        return new DisclosureResponse(
                id,
                kind,
                referralId,
                placementId,
                recipientAgencyId,
                recipientName,
                List.of(scope),
                purpose,
                legalBasis,
                reason,
                threatDescription,
                notice,
                happenedAt);
    }
}
