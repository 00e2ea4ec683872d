package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.referral.NextSteps.NextStep;
import org.footbridge.referral.referral.ReferralCommand;
import org.footbridge.referral.referral.StepSource;

/**
 * What a coordinator may do about sending: release without a consent, which is an exception with its reason, and for each open
 * placement what is the school's part of it. The agency's own steps are told at the placement.
 */
@ApplicationScoped
@Priority(2)
class SendingSteps implements StepSource {

    @Override
    public Uni<List<NextStep>> steps(Opened opened) {
        boolean own = opened.byCoordinator();
        List<NextStep> steps = new ArrayList<>();
        steps.add(NextStep.of("release", opened.referral().allowed().contains(ReferralCommand.RELEASE), own));
        opened.file().placements().stream()
                .filter(placement -> own && placement.state().isOpen())
                .forEach(placement -> steps.addAll(steps(placement)));
        return Uni.createFrom().item(steps);
    }

    private static List<NextStep> steps(Placement placement) {
        boolean askedBack = PlacementLifecycle.isTaken(placement.state())
                && placement.facts().cancellationRequested();
        return List.of(
                NextStep.about(
                        placement.id(), "supply-placement-info", placement.takes(PlacementCommand.SUPPLY_INFO), true),
                NextStep.about(
                        placement.id(),
                        "request-cancellation",
                        placement.takes(PlacementCommand.REQUEST_CANCELLATION) && !askedBack,
                        true));
    }
}
