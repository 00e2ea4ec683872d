package org.footbridge.referral.placement;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.lifecycle.CommandNames;

/** What an agency may do with a placement next, and for everything else why not. */
@Schema(description = "What the agency may do next. Names may be added.")
public record PlacementSteps(
        @Schema(description = "The placement's state.") PlacementState state, List<PlacementStep> items) {

    /**
     * One step.
     *
     * @param reason why it is not allowed, else {@code null}
     */
    public record PlacementStep(
            @Schema(maxLength = 40, examples = "accept") String name,
            boolean allowed,

            @Schema(
                    maxLength = 40,
                    description = "Why not: wrong-state, not-requested (no cancellation was), or too-few-attempts.")
            String reason) {}

    static PlacementSteps of(Placement placement, ContactAttempts attempts) {
        List<PlacementStep> steps = Arrays.stream(PlacementCommand.values())
                .filter(PlacementCommand::isOffered)
                .map(command -> step(command, placement, attempts))
                .toList();
        return new PlacementSteps(placement.state(), steps);
    }

    private static PlacementStep step(PlacementCommand command, Placement placement, ContactAttempts attempts) {
        String reason = reason(command, placement, attempts);
        return new PlacementStep(CommandNames.of(command), reason == null, reason);
    }

    private static String reason(PlacementCommand command, Placement placement, ContactAttempts attempts) {
        if (!placement.takes(command)) {
            return "wrong-state";
        }
        if (!placement.allowed().contains(command)) {
            return "not-requested";
        }
        boolean hasty = command == PlacementCommand.COULD_NOT_CONTACT && !attempts.suffice();
        return hasty ? "too-few-attempts" : null;
    }
}
