package org.footbridge.feedback.kpi;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures that can be asked for, with the formula of each. */
@Schema(name = "KpiCatalogue")
public record KpiCatalogue(
        @Schema(required = true, maxItems = 200) List<Kpi> items) {

    /** One figure. */
    @Schema(name = "Kpi")
    public record Kpi(
            @Schema(required = true, maxLength = 60) String id,
            @Schema(required = true, maxLength = 200) String title,
            @Schema(required = true, maxLength = 2000) String formula,
            @Schema(required = true, maxItems = 20) List<String> groupBy) {}

    static KpiCatalogue current() {
        return new KpiCatalogue(List.of(new Kpi(
                "closed-loops",
                "Closed loops",
                "Referrals submitted in the period whose provider told an outcome after the referral was sent, over all"
                        + " referrals submitted in the period; entered in error and duplicates left out. Median wait: days"
                        + " from the receipt of the form, else the submission, to the first kept appointment, in the"
                        + " district's zone, of the closed loops.",
                Arrays.stream(GroupBy.values()).map(GroupBy::parameter).toList())));
    }
}
