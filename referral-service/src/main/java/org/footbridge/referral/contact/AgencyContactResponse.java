package org.footbridge.referral.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an agency is reached; empty before it has said so. */
@Schema(description = "How an agency wants to be reached by schools; empty before it has said so.")
public record AgencyContactResponse(
        @Schema(maxLength = 200, examples = "Intake desk") String intakeName,
        @Schema(maxLength = 40, examples = "+1-555-0142") String intakePhone,
        @Schema(maxLength = 320) String intakeEmail,
        @Schema(maxLength = 1000) String roleDescription) {

    static AgencyContactResponse of(AgencyContactDocument document) {
        return new AgencyContactResponse(
                document.intakeName(), document.intakePhone(), document.intakeEmail(), document.roleDescription());
    }
}
