package org.footbridge.referral.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A referral form on its way: the members of {@link SubmitReferralRequest}, of which only the student must be there. */
@Schema(
        description =
                "A form on its way: the members of the referral form. Only studentId is needed; what is there must"
                        + " be within its limits.",
        examples = "{\"studentId\": \"01980000-0000-7000-8000-000000001001\", \"concerns\": [\"ANXIETY\"]}",
        requiredProperties = "studentId")
public record DraftForm(
        UUID studentId,
        UUID schoolId,

        @Schema(type = SchemaType.STRING, implementation = Urgency.class)
        String urgency,

        LocalDate receivedOn,

        @Schema(type = SchemaType.ARRAY, implementation = Concern.class, maxItems = 10)
        List<String> concerns,

        @Schema(maxLength = 2000) String description,
        @Schema(maxLength = 500) String location,
        @Schema(maxLength = 2000) String actionsTried,
        @Schema(maxLength = 2000) String strengths,
        @Schema(maxLength = 2000) String expectedOutcome,

        @Schema(type = SchemaType.STRING, implementation = Identified.class)
        String identified,

        @Schema(maxLength = 35, examples = "es") String homeLanguage,
        Boolean interpreterNeeded,

        @Schema(type = SchemaType.STRING, implementation = Insurance.class)
        String insurance,

        Boolean iep,
        Boolean section504,
        Boolean guardianMayBeContacted,
        UUID previousReferralId) {

    /** As it would be submitted. */
    SubmitReferralRequest toSubmit() {
        return new SubmitReferralRequest(
                studentId,
                schoolId,
                urgency,
                receivedOn,
                concerns,
                description,
                location,
                actionsTried,
                strengths,
                expectedOutcome,
                identified,
                homeLanguage,
                interpreterNeeded,
                insurance,
                iep,
                section504,
                guardianMayBeContacted,
                previousReferralId);
    }
}
