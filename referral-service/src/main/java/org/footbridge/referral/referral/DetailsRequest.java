package org.footbridge.referral.referral;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
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
        @Size(max = 2000) String expectedOutcome) {

    Need.Texts texts() {
        return new Need.Texts(description, location, actionsTried, strengths, expectedOutcome);
    }

    boolean isEmpty() {
        return Stream.of(description, location, actionsTried, strengths, expectedOutcome)
                .filter(Objects::nonNull)
                .allMatch(String::isBlank);
    }
}
