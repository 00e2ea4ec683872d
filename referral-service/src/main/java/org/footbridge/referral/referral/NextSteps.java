package org.footbridge.referral.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
     * @param placementId the placement that the step is about, {@code null} where it is the referral itself
     */
    public record NextStep(
            @Schema(maxLength = 40, examples = "triage") String name,
            boolean allowed,

            @Schema(maxLength = 40, description = "Why not: wrong-state or not-your-role.")
            String reason,

            @Schema(description = "The placement that the step is about, where it is not the referral itself.")
            UUID placementId) {

        public static NextStep of(String name, boolean possible, boolean own) {
            return about(null, name, possible, own);
        }

        public static NextStep about(UUID placement, String name, boolean possible, boolean own) {
            String reason = own ? null : "not-your-role";
            return new NextStep(name, possible && own, possible ? reason : "wrong-state", placement);
        }
    }

    /** With the steps that other features know of. */
    NextSteps and(List<NextStep> more) {
        List<NextStep> all = new ArrayList<>(items);
        all.addAll(more);
        return new NextSteps(state, all);
    }

    static NextSteps of(Referral referral, boolean coordinator, boolean referrer) {
        List<NextStep> steps = new ArrayList<>(Arrays.stream(ReferralCommand.values())
                .filter(ReferralCommand::isOffered)
                .map(command -> step(command, referral, coordinator, referrer))
                .toList());
        // a move is an assignment to nobody at the other school
        steps.add(NextStep.of("move-to-school", referral.allowed().contains(ReferralCommand.ASSIGN), coordinator));
        return new NextSteps(referral.state(), steps);
    }

    static boolean referrerMayWithdraw(Referral referral) {
        return BEFORE_TRIAGE.contains(referral.state());
    }

    private static NextStep step(ReferralCommand command, Referral referral, boolean coordinator, boolean referrer) {
        String name = CommandNames.of(command);
        boolean own = command == ReferralCommand.SUPPLY_INFO
                || command == ReferralCommand.ADD_DETAILS
                || command == ReferralCommand.WITHDRAW && referrerMayWithdraw(referral);
        return NextStep.of(name, referral.allowed().contains(command), coordinator || referrer && own);
    }
}
