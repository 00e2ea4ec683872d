package org.footbridge.referral.referral;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each referral. */
@Schema(description = "What became of each referral, in the order in which they were asked for.")
public record ReassignResponse(
        @Schema(maxItems = 200) List<Item> items,

        @Schema(maxLength = 500, description = "Send it as cursor for the rest; missing when nothing is left.")
        String next) {

    /** One referral. */
    @Schema(name = "ReassignedReferral")
    public record Item(UUID id, Result result) {}

    /** What became of one. */
    public enum Result {
        REASSIGNED,
        /** It was the other person's already. */
        UNCHANGED,
        /** There is no such referral for this caller. */
        NOT_FOUND,
        /** It is not the one's from whom it was to be taken. */
        NOT_OF_FROM,
        /** Its state does not let it change hands. */
        WRONG_STATE,
        /** The other person does not coordinate at its school. */
        NOT_A_COORDINATOR_THERE
    }
}
