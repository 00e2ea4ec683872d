package org.footbridge.referral.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.problem.CommonProblem;

/** What a district and an agency have agreed on. It lives from its first to its last day, unless it is ended before. */
@Entity
class Agreement {
    @Id
    private UUID id;

    private UUID tenantId;
    private UUID agencyId;
    private String basis;
    private String purpose;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private Instant endedAt;
    private String endedReason;
    private Instant createdAt;

    @Version
    private long version;

    protected Agreement() {}

    static Agreement conclude(NewAgreement terms, Instant now) {
        Agreement agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.tenantId = terms.districtId();
        agreement.agencyId = terms.agencyId();
        agreement.basis = terms.basis();
        agreement.purpose = terms.purpose();
        agreement.validFrom = terms.validFrom();
        agreement.validUntil = terms.validUntil();
        agreement.createdAt = now;
        return agreement;
    }

    /** Ends it at once and for good. */
    void end(String reason, Instant now) {
        if (endedAt != null) {
            throw CommonProblem.CONFLICT.because("The agreement has ended already.");
        }
        endedAt = now;
        endedReason = reason;
    }

    AgreementResponse toResponse() {
        return new AgreementResponse(
                id,
                tenantId,
                agencyId,
                basis,
                purpose,
                validFrom,
                validUntil,
                endedAt,
                endedReason,
                createdAt,
                version);
    }
}
