package org.footbridge.directory.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a referral needs, in codes only: no words, no name, no number by which anybody could be told. */
@Schema(
        description =
                "What a referral needs, in codes. They mean what the terms of a search mean; there are no words, because words"
                        + " may name somebody.",
        examples =
                "{\"age\":14,\"language\":[\"es\"],\"insurance\":[\"medicaid\"],\"postalCode\":\"00410\",\"within\":25}")
public record MatchRequest(
        @Schema(maxItems = 10) List<String> concern,
        @Schema(maxItems = 10) List<String> care,

        @Schema(minimum = "0", maximum = "120") BigDecimal age,

        @Schema(maxLength = 2, description = "PK, K or 1 to 12.")
        String grade,

        @Schema(maxItems = 10) List<String> language,
        @Schema(maxItems = 5) List<String> insurance,
        @Schema(maxItems = 3) List<String> cost,
        @Schema(maxItems = 2) List<String> mode,
        @Schema(maxItems = 3) List<String> clinicianGender,
        @Schema(maxItems = 10) List<String> accessibility,
        @Schema(maxItems = 10) List<String> school,
        @Schema(maxLength = 20) String open,
        @Schema(minimum = "0", maximum = "3650") Integer maxWaitDays,
        @Schema(maxLength = 40) String near,
        @Schema(maxLength = 16) String postalCode,

        @Schema(minimum = "0.1", maximum = "20000", description = "Kilometres.")
        BigDecimal within,

        @Schema(description = "How many placements to propose; 10 when absent.") @Min(1) @Max(50)
        Integer limit) {
    private static final int PROPOSED = 10;

    /** As a search for services that accept somebody. */
    SearchRequest search() {
        return new SearchRequest(
                null,
                concern,
                care,
                age,
                grade,
                language,
                insurance,
                cost,
                mode,
                clinicianGender,
                accessibility,
                school,
                open,
                null,
                true,
                maxWaitDays,
                near,
                postalCode,
                within,
                false,
                limit == null ? PROPOSED : limit,
                null);
    }
}
