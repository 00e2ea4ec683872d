package org.footbridge.referral.placement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many placements of each state an agency has. */
@Schema(description = "How many placements of each state the agency has, counted up to 1000.")
public record InboxCounts(
        @Schema(maxItems = 20, description = "In the order of the states.")
        List<Count> counts) {

    static final int CAP = 1000;

    /** One state. */
    @Schema(name = "PlacementStateCount")
    public record Count(
            PlacementState state,

            @Schema(minimum = "0", maximum = "1000", examples = "12")
            int count,

            @Schema(description = "There are more: show 1000+.")
            boolean more) {}

    static InboxCounts of(List<Object[]> rows) {
        return new InboxCounts(rows.stream().map(InboxCounts::count).toList());
    }

    private static Count count(Object[] row) {
        int found = ((Number) row[1]).intValue();
        return new Count(PlacementState.valueOf((String) row[0]), Math.min(found, CAP), found > CAP);
    }
}
