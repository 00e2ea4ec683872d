package org.footbridge.referral.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recommendation, the same for both sides. */
@Schema(description = "What an agency recommends to the school.")
public record RecommendationResponse(
        UUID id,
        UUID placementId,
        RecommendationCode code,

        @Schema(
                maxLength = 500,
                description = "Missing where it is withheld.",
                examples = "Five minutes with Ms. Lee before the first lesson.")
        String text,

        @Schema(description = "The caller may not read it right now: it falls under 42 CFR Part 2.")
        boolean withheld,

        LocalDate reviewOn,
        Instant madeAt) {

    static RecommendationResponse of(Recommendation made) {
        return of(made, false);
    }

    static RecommendationResponse of(Recommendation made, boolean withheld) {
        return new RecommendationResponse(
                made.id(),
                made.placementId(),
                made.code(),
                withheld ? null : made.body(),
                withheld,
                made.reviewOn(),
                made.madeAt());
    }
}
