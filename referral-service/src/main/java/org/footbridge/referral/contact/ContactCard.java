package org.footbridge.referral.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is whom on a placement, the same for both sides but for what the consent keeps from the agency. */
@Schema(description = "Who works together on a placement, what they do and how to reach them.")
public record ContactCard(SchoolSide school, AgencySide agency) {
    private static final String SCHOOL_ROLE =
            "The coordinator decides where a referral goes, asks the family for consent,"
                    + " answers the agency's questions and tells the referrer how far it is.";

    /** The school's side. */
    @Schema(name = "SchoolContact")
    public record SchoolSide(
            @Schema(maxLength = 500) String district,

            @Schema(maxLength = 60, description = "Whom to call.", examples = "+1 555 0100")
            String phone,

            @Schema(maxLength = 500, description = "For the agency only where the consent covers SCHOOL.")
            String school,

            @Schema(maxLength = 401, description = "For the agency only where the consent covers SCHOOL.")
            String coordinator,

            @Schema(maxLength = 1000, description = "What this side does.")
            String role) {}

    /** The agency's side; without a contact where it has set none. */
    @Schema(name = "AgencySideContact")
    public record AgencySide(
            @Schema(maxLength = 500) String name,
            @Schema(maxLength = 500) String service,
            @Schema(maxLength = 200) String intakeName,

            @Schema(maxLength = 40, examples = "+1 555 0142")
            String intakePhone,

            @Schema(maxLength = 320) String intakeEmail,

            @Schema(maxLength = 1000, description = "What this side does.")
            String role) {}

    static SchoolSide school(String district, String phone, String school, String coordinator) {
        return new SchoolSide(district, phone, school, coordinator, SCHOOL_ROLE);
    }
}
