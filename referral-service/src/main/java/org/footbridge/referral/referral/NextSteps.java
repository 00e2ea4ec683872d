package org.footbridge.referral.referral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.lifecycle.CommandNames;

/** What the caller may do with a referral next, and for everything else why not. */
@Schema(description = "What the caller may do next. Names may be added.")
public record NextSteps(
        @Schema(description = "The referral's state.") ReferralState state, List<NextStep> items) {
    private static final Set<ReferralState> BEFORE_TRIAGE =
            EnumSet.of(ReferralState.SUBMITTED, ReferralState.NEEDS_INFO);

    /**
     * One step.
     *
     * @param reason {@code wrong-state} or {@code not-your-role} where it is not allowed, else {@code null}
     */
    public record NextStep(
            @Schema(maxLength = 40, examples = "triage") String name,
            boolean allowed,

            @Schema(maxLength = 40, description = "Why not: wrong-state or not-your-role.")
            String reason) {}

    static NextSteps of(Referral referral, boolean coordinator) {
        List<NextStep> steps = Arrays.stream(ReferralCommand.values())
                .filter(ReferralCommand::isOffered)
                .map(command -> step(command, referral, coordinator))
                .toList();
        return new NextSteps(referral.state(), steps);
    }

    static boolean referrerMayWithdraw(Referral referral) {
        return BEFORE_TRIAGE.contains(referral.state());
    }

    private static NextStep step(ReferralCommand command, Referral referral, boolean coordinator) {
        String name = CommandNames.of(command);
        if (!referral.allowed().contains(command)) {
            return new NextStep(name, false, "wrong-state");
        }
        boolean own = command == ReferralCommand.SUPPLY_INFO
                || command == ReferralCommand.ADD_DETAILS
                || command == ReferralCommand.WITHDRAW && referrerMayWithdraw(referral);
        return coordinator || own ? new NextStep(name, true, null) : new NextStep(name, false, "not-your-role");
    }
}
