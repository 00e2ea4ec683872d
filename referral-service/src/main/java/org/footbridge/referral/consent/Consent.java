package org.footbridge.referral.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.LifecycleProblem;
import org.footbridge.referral.referral.Referral;

/** One signed consent. It is never changed, only revoked: what changes is a new revision beside it. */
@Entity
public class Consent {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "custodian_org_id")
    private UUID custodianOrgId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "student_id")
    private UUID studentId;

    /** Counts the consents of the referral for the same recipient, from 1. */
    private int revision;

    @Column(name = "recipient_agency_id")
    private UUID recipientAgencyId;

    private String[] scope;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Embedded
    private Signature signature;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private UUID revokedBy;

    @Version
    private long version;

    protected Consent() {}

    /** A consent as it lies on the coordinator's desk, or as it was signed on our page. */
    public static Consent record(Referral referral, Terms terms, int revision, Actor coordinator, Instant at) {
        Consent consent = new Consent();
        consent.id = Ids.next();
        consent.tenantId = referral.tenantId();
        consent.custodianOrgId = referral.tenantId();
        consent.referralId = referral.id();
        consent.studentId = referral.studentId();
        consent.revision = revision;
        consent.recipientAgencyId = terms.recipientAgencyId();
        consent.scope = terms.scope().stream().map(Enum::name).sorted().toArray(String[]::new);
        consent.purpose = terms.purpose();
        consent.signature = terms.signature();
        consent.expiresOn = terms.expiresOn();
        consent.recordedBy = coordinator.personId();
        consent.recordedAt = at;
        return consent;
    }

    /** What was agreed to. */
    public record Terms(
            UUID recipientAgencyId,
            Set<RecordScope> scope,
            Purpose purpose,
            Signature signature,
            LocalDate expiresOn) {}

    /** Takes it back, for good. */
    public void revoke(Actor coordinator, Instant at) {
        if (revokedAt != null) {
            throw LifecycleProblem.WRONG_STATE
                    .of("The consent was revoked before.")
                    .with("state", "REVOKED");
        }
        this.revokedAt = at;
        this.revokedBy = coordinator.personId();
    }

    /** Whether it allows anything on that day of the district. The last day counts. */
    public boolean isLive(LocalDate today) {
        return revokedAt == null && !today.isAfter(expiresOn);
    }

    /** Whether it allows that agency to hold these parts on that day. */
    public boolean covers(UUID agencyId, Set<RecordScope> parts, LocalDate today) {
        return isLive(today) && recipientAgencyId.equals(agencyId) && scope().containsAll(parts);
    }

    public Set<RecordScope> scope() {
        EnumSet<RecordScope> parts = EnumSet.noneOf(RecordScope.class);
        Arrays.stream(scope).map(RecordScope::valueOf).forEach(parts::add);
        return parts;
    }

    public UUID id() {
        return id;
    }

    public UUID referralId() {
        return referralId;
    }

    public int revision() {
        return revision;
    }

    public UUID recipientAgencyId() {
        return recipientAgencyId;
    }

    public Purpose purpose() {
        return purpose;
    }

    public Signature signature() {
        return signature;
    }

    public LocalDate expiresOn() {
        return expiresOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    public long version() {
        return version;
    }
}
