package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The referral form. What must be filled in depends on the urgency: a crisis is never held up by a missing field. */
@Schema(
        description = "The referral form. Needed: studentId and urgency; concerns and description too, unless it is a"
                + " CRISIS (where location and description may follow) or UNIVERSAL.")
public record SubmitReferralRequest(
        @NotNull UUID studentId,

        @Schema(description = "Which of the student's schools refers; without it the one that the caller works at.")
        UUID schoolId,

        @Schema(type = SchemaType.STRING, implementation = Urgency.class) @NotNull @OneOf(Urgency.class)
        String urgency,

        @Schema(description = "The day a paper form reached the school: not in the future, at most 90 days ago.")
        LocalDate receivedOn,

        @Schema(type = SchemaType.ARRAY, implementation = Concern.class) @Size(max = 10)
        List<@NotNull @OneOf(Concern.class) String> concerns,

        @Schema(description = "What was observed. Stays in the district unless a consent covers it.") @Size(max = 2000)
        String description,

        @Schema(description = "Where the student is right now, for a crisis.") @Size(max = 500)
        String location,

        @Size(max = 2000) String actionsTried,
        @Size(max = 2000) String strengths,
        @Size(max = 2000) String expectedOutcome,

        @Schema(type = SchemaType.STRING, implementation = Identified.class, description = "How it was noticed.")
        @OneOf(Identified.class)
        String identified,

        @Schema(description = "BCP 47; without it the roster's.", examples = "es")
        @Size(max = 35)
        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", message = "must be a BCP 47 language tag")
        String homeLanguage,

        Boolean interpreterNeeded,

        @Schema(
                type = SchemaType.STRING,
                implementation = Insurance.class,
                description = "UNKNOWN where nobody has asked.")
        @OneOf(Insurance.class)
        String insurance,

        Boolean iep,
        Boolean section504,

        @Schema(description = "false: no guardian is written to, asked or named to an agency because of this referral.")
        Boolean guardianMayBeContacted,

        @Schema(description = "An earlier referral of the same student whose need returns.")
        UUID previousReferralId) {

    List<Concern> concernCodes() {
        return concerns == null
                ? List.of()
                : concerns.stream().distinct().map(Concern::valueOf).toList();
    }

    Need need() {
        return new Need(
                concernCodes(),
                new Need.Texts(description, location, actionsTried, strengths, expectedOutcome),
                identified == null ? null : Identified.valueOf(identified));
    }

    Access access(String languageOfTheRoster) {
        return new Access(
                        homeLanguage == null ? languageOfTheRoster : homeLanguage,
                        Boolean.TRUE.equals(interpreterNeeded),
                        insurance == null ? Insurance.UNKNOWN : Insurance.valueOf(insurance),
                        iep,
                        section504)
                .guardiansMayBeContacted(guardianMayBeContacted);
    }
}
