package org.footbridge.referral.desk;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.desk.DeskRepository.Found;
import org.footbridge.referral.referral.ReferralState;

/** How many referrals of each state lie on a desk. */
@Schema(description = "How many referrals of each state lie on a desk, counted up to 1000.")
public record DeskCounts(
        DeskName desk,

        @Schema(maxItems = 20, description = "In the order of the states.")
        List<StateCount> counts) {

    /** Beyond this nobody needs to know, and counting on would cost the more the larger the district is (decision 30). */
    static final int CAP = 1000;

    /** One state. */
    @Schema(name = "StateCount")
    public record StateCount(
            ReferralState state,

            @Schema(minimum = "0", maximum = "1000", examples = "12")
            int count,

            @Schema(description = "There are more: show 1000+.")
            boolean more) {}

    static DeskCounts of(DeskName desk, List<Found> found) {
        return new DeskCounts(
                desk,
                found.stream()
                        .map(row -> new StateCount(row.state(), Math.min(row.found(), CAP), row.found() > CAP))
                        .toList());
    }
}
