package org.footbridge.referral.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An agreement as it is read. {@code endedAt} is missing while nobody has ended it. */
record AgreementResponse(
        UUID id,
        UUID districtId,
        UUID agencyId,
        String basis,
        String purpose,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant endedAt,
        String endedReason,
        Instant createdAt,
        @JsonIgnore long version) {}
