package org.footbridge.referral.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency's contact as it is sent and as it is read. */
@Schema(name = "AgencyContact", description = "How an agency wants to be reached by schools.")
public record AgencyContactDocument(
        @Schema(description = "Whom to ask for: a person or a desk.", examples = "Intake desk")
        @NotBlank
        @Size(max = 200)
        String intakeName,

        @Schema(examples = "+1-555-0142") @NotNull @Pattern(regexp = "[+0-9][0-9 ().-]{2,39}")
        String intakePhone,

        @Schema(examples = "intake@harborlight.example") @Size(max = 320) @Pattern(regexp = "[^\\s@]+@[^\\s@]+")
        String intakeEmail,

        @Schema(description = "What the agency does for a referred student.", examples = "Calls the family in 3 days.")
        @Size(max = 1000)
        String roleDescription) {

    static final AgencyContactDocument NONE = new AgencyContactDocument(null, null, null, null);
}
