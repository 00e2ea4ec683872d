package org.footbridge.directory.search;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a referral could be placed, and why not elsewhere. */
@Schema(
        name = "Matches",
        description = "Where a referral could be placed, the best first, and which services were left out and why.")
record MatchAnswer(
        @Schema(
                required = true,
                maxItems = 50,
                description =
                        "Those with room first, then assessment, waiting list and unknown; then as a search orders.")
        List<SearchHit> placements,

        @Schema(required = true, maxItems = 200, description = "The nearest to fitting first.")
        List<Excluded> excluded,

        @Schema(description = "There where nothing fits.") Gap gap) {

    /** A service that does not fit. */
    @Schema(name = "ExcludedService")
    record Excluded(
            @Schema(required = true) UUID serviceId,
            @Schema(required = true, maxLength = 500) String name,
            @Schema(required = true, maxLength = 500) String organizationName,

            @Schema(
                    required = true,
                    maxItems = 20,
                    description =
                            "full, out-of-area, not-participating, or the criterion that it fails. More may come.",
                    examples = "[\"full\"]")
            List<String> reasons) {}

    /** What is missing. */
    @Schema(name = "MatchGap", description = "That nothing fits, and what stands in the way.")
    record Gap(
            @Schema(required = true, description = "To be found under `/api/v1/directory/gaps`.")
            UUID id,

            @Schema(
                    required = true,
                    maxItems = 20,
                    description =
                            "Criteria each of which alone keeps services from fitting, and how many would fit without it.")
            List<Decisive> decisive) {}

    /** A criterion that alone keeps services from fitting. */
    @Schema(name = "DecisiveCriterion")
    record Decisive(
            @Schema(required = true, maxLength = 40, examples = "language")
            String reason,

            @Schema(required = true, minimum = "1") long wouldFit) {}
}
