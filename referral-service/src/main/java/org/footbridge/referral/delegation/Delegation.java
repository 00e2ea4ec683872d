package org.footbridge.referral.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.problem.CommonProblem;

/** One person's absence, and who acts in his or her place meanwhile. */
@Entity
class Delegation {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "from_person_id")
    private UUID from;

    @Column(name = "to_person_id")
    private UUID to;

    @Column(name = "school_id")
    private UUID schoolId;

    @Column(name = "begins_on")
    private LocalDate beginsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Version
    private long version;

    protected Delegation() {}

    static Delegation of(UUID tenant, UUID absent, NewDelegation wanted, String by, Instant at) {
        Delegation delegation = new Delegation();
        delegation.id = Ids.next();
        delegation.tenantId = tenant;
        delegation.from = absent;
        delegation.to = wanted.toPersonId();
        delegation.schoolId = wanted.schoolId();
        delegation.beginsOn = wanted.from();
        delegation.endsOn = wanted.until();
        delegation.createdBy = by;
        delegation.createdAt = at;
        return delegation;
    }

    /** Ends it at once; 409 where that was done before. */
    void revoke(String by, Instant at) {
        if (revokedAt != null) {
            throw CommonProblem.CONFLICT.because("The delegation was taken back before.");
        }
        revokedBy = by;
        revokedAt = at;
    }

    boolean concerns(UUID person) {
        return from.equals(person) || to.equals(person);
    }

    long version() {
        return version;
    }

    UUID id() {
        return id;
    }

    DelegationResponse toResponse(LocalDate today) {
        boolean active = revokedAt == null && !today.isBefore(beginsOn) && !today.isAfter(endsOn);
        return new DelegationResponse(id, from, to, schoolId, beginsOn, endsOn, active, createdAt, revokedAt);
    }
}
