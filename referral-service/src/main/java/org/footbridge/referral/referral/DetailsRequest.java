package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the form did not say when it was submitted. */
@Schema(
        description = "What the form did not say yet; at least one member. What it says already is never overwritten.",
        examples = "{\"location\": \"School office, with the nurse\"}")
public record DetailsRequest(
        @Schema(description = "What was observed. Stays in the district unless a consent covers it.") @Size(max = 2000)
        String description,

        @Schema(description = "Where the student is right now, for a crisis.") @Size(max = 500)
        String location,

        @Size(max = 2000) String actionsTried,
        @Size(max = 2000) String strengths,
        @Size(max = 2000) String expectedOutcome,

        @Schema(type = SchemaType.ARRAY, implementation = Concern.class) @Size(max = 10)
        List<@NotNull @OneOf(Concern.class) String> concerns,

        @Schema(type = SchemaType.STRING, implementation = Identified.class, description = "How it was noticed.")
        @OneOf(Identified.class)
        String identified,

        @Schema(description = "BCP 47.", examples = "es")
        @Size(max = 35)
        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", message = "must be a BCP 47 language tag")
        String homeLanguage,

        @Schema(description = "Only true: that an interpreter is not needed is what the form says without it.")
        Boolean interpreterNeeded,

        @Schema(type = SchemaType.STRING, implementation = Insurance.class) @OneOf(Insurance.class)
        String insurance,

        Boolean iep,
        Boolean section504,

        @Schema(
                description =
                        "Only false: from now on no guardian is written to, asked or named to an agency because of"
                                + " this referral.")
        Boolean guardianMayBeContacted) {

    Need need() {
        return new Need(
                concerns == null
                        ? List.of()
                        : concerns.stream().distinct().map(Concern::valueOf).toList(),
                new Need.Texts(description, location, actionsTried, strengths, expectedOutcome),
                identified == null ? null : Identified.valueOf(identified));
    }

    Access access() {
        return new Access(
                        homeLanguage,
                        Boolean.TRUE.equals(interpreterNeeded),
                        insurance == null ? Insurance.UNKNOWN : Insurance.valueOf(insurance),
                        iep,
                        section504)
                .guardiansMayBeContacted(guardianMayBeContacted);
    }

    boolean isEmpty() {
        boolean noText = Stream.of(description, location, actionsTried, strengths, expectedOutcome)
                .filter(Objects::nonNull)
                .allMatch(String::isBlank);
        boolean noFact = Stream.of(
                        identified, homeLanguage, interpreterNeeded, insurance, iep, section504, guardianMayBeContacted)
                .allMatch(Objects::isNull);
        return noText && noFact && (concerns == null || concerns.isEmpty());
    }
}
