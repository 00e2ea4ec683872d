package org.footbridge.referral.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a platform administrator sends when a district and an agency have agreed. */
record NewAgreement(
        @NotNull UUID districtId,

        @Schema(description = "The agency's organization in the directory.") @NotNull
        UUID agencyId,

        @Schema(description = "The legal basis, such as FERPA 99.30 written consent.") @NotBlank @Size(max = 500)
        String basis,

        @Schema(description = "What the agency may use the records for.") @NotBlank @Size(max = 500)
        String purpose,

        @NotNull LocalDate validFrom,

        @Schema(description = "The last day; without it the agreement lives until it is ended.")
        LocalDate validUntil) {}
