package org.footbridge.referral.grant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a district administrator sends to make somebody a coordinator or an administrator. */
record NewGrant(
        @Schema(description = "As in the roster, upper or lower case.") @NotBlank @Size(max = 1000)
        String username,

        @NotNull @Pattern(regexp = "coordinator|district_admin")
        String role,

        @Schema(description = "Missing for the whole district.")
        UUID schoolId) {}
