package org.footbridge.referral.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.referral.NextSteps.NextStep;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.StepSource;

/** Whether a crisis waits for somebody to have it in hand. */
@ApplicationScoped
@Priority(1)
class CrisisSteps implements StepSource {
    private final CrisisRepository crises;

    CrisisSteps(CrisisRepository crises) {
        this.crises = crises;
    }

    @Override
    public Uni<List<NextStep>> steps(Opened opened) {
        Referral referral = opened.referral();
        boolean own = opened.byCoordinator() || opened.onCall();
        return crises.of(referral.tenantId(), referral.id())
                .map(crisis -> List.of(NextStep.of("acknowledge-crisis", crisis != null && crisis.waits(), own)));
    }
}
