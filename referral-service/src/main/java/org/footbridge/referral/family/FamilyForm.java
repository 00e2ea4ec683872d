package org.footbridge.referral.family;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.Concern;
import org.footbridge.referral.referral.Identified;
import org.footbridge.referral.referral.SubmitReferralRequest;
import org.footbridge.referral.referral.Urgency;

/** What a student or a guardian fills in. Its limits are those of the school's form, and are checked with it. */
@Schema(
        description = "A request for support. Needed: concerns and description, unless the urgency is CRISIS. From a"
                + " student under 13 or of unknown age nothing is taken but the school and whether it is a CRISIS: the"
                + " school calls back.",
        examples = "{\"concerns\": [\"ANXIETY\"], \"description\": \"I cannot sleep before school.\"}")
public record FamilyForm(
        @Schema(description = "A guardian names the child; a student leaves it out.")
        UUID studentId,

        @Schema(description = "Which of the student's schools; the primary one when missing.")
        UUID schoolId,

        @Schema(type = SchemaType.STRING, implementation = Urgency.class, description = "ROUTINE when missing.")
        String urgency,

        @Schema(type = SchemaType.ARRAY, implementation = Concern.class, maxItems = 10)
        List<String> concerns,

        @Schema(maxLength = 2000) String description,

        @Schema(maxLength = 500, description = "Where the student is right now, for a crisis.")
        String location,

        @Schema(maxLength = 2000, description = "What would help.")
        String expectedOutcome,

        @Schema(maxLength = 35, examples = "es") String homeLanguage,
        Boolean interpreterNeeded) {

    /** The places of what says more than "call me". */
    List<String> told() {
        return Stream.of(
                        place("/concerns", concerns),
                        place("/description", description),
                        place("/location", location),
                        place("/expectedOutcome", expectedOutcome),
                        place("/homeLanguage", homeLanguage),
                        place("/interpreterNeeded", interpreterNeeded))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    private static String place(String pointer, Object value) {
        return value == null ? "" : pointer;
    }

    /** As the school's form; nobody knows why a child wants to be called, so somebody looks soon. */
    SubmitReferralRequest toSubmit(UUID student, boolean callMe, boolean bySelf) {
        String usual = callMe ? Urgency.URGENT.name() : Urgency.ROUTINE.name();
        return new SubmitReferralRequest(
                student,
                schoolId,
                urgency == null ? usual : urgency,
                null,
                concerns,
                description,
                location,
                null,
                null,
                expectedOutcome,
                (bySelf ? Identified.SELF : Identified.FAMILY).name(),
                homeLanguage,
                interpreterNeeded,
                null,
                null,
                null,
                null,
                null);
    }
}
