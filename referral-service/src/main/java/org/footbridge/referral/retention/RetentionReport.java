package org.footbridge.referral.retention;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a purge would do now. */
@Schema(description = "What a purge would do now, counted up to 1000. Nothing is destroyed by asking.")
public record RetentionReport(
        Instant asOf,

        @Schema(maxItems = 10, description = "One for each policy.")
        List<Line> lines) {

    /** Beyond this nobody needs to know (decision 30). */
    static final int CAP = 1000;

    /** One policy. */
    @Schema(name = "RetentionReportLine")
    public record Line(
            RecordClass recordClass,
            Trigger trigger,
            @Schema(minimum = "1", maximum = "100") int years,

            @Schema(minimum = "0", maximum = "1000", description = "Would be destroyed.")
            int due,

            @Schema(
                    minimum = "0",
                    maximum = "1000",
                    description = "Is old enough, and held back by a legal hold or an open access request.")
            int heldBack,

            @Schema(description = "There are more: show 1000+.")
            boolean more) {}
}
