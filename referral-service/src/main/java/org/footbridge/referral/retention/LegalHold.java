package org.footbridge.referral.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.problem.CommonProblem;

/** Nothing of a student may be destroyed until it is lifted. */
@Entity
@Table(name = "legal_hold")
class LegalHold {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "student_id")
    private UUID studentId;

    private String reason;

    @Column(name = "placed_by")
    private String placedBy;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "lifted_by")
    private String liftedBy;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    @Version
    private long version;

    protected LegalHold() {}

    static LegalHold of(UUID tenant, UUID student, String reason, String by, Instant at) {
        LegalHold hold = new LegalHold();
        hold.id = Ids.next();
        hold.tenantId = tenant;
        hold.studentId = student;
        hold.reason = reason;
        hold.placedBy = by;
        hold.placedAt = at;
        return hold;
    }

    void lift(String by, Instant at) {
        if (liftedAt != null) {
            throw CommonProblem.CONFLICT.because("The hold was lifted before.");
        }
        liftedBy = by;
        liftedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    LegalHoldResponse toResponse() {
        return new LegalHoldResponse(id, studentId, reason, placedAt, liftedAt);
    }
}
