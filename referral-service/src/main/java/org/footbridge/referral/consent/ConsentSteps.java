package org.footbridge.referral.consent;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.referral.NextSteps.NextStep;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralCommand;
import org.footbridge.referral.referral.StepSource;

/** What a coordinator may do about consent, beside recording it. */
@ApplicationScoped
@Priority(3)
class ConsentSteps implements StepSource {
    private final ConsentRepository consents;
    private final ConsentFacts facts;

    ConsentSteps(ConsentRepository consents, ConsentFacts facts) {
        this.consents = consents;
        this.facts = facts;
    }

    @Override
    public Uni<List<NextStep>> steps(Opened opened) {
        Referral referral = opened.referral();
        return facts.today(referral.tenantId()).chain(today -> consents.ofReferral(referral.tenantId(), referral.id())
                .map(all -> steps(opened, all, today)));
    }

    private static List<NextStep> steps(Opened opened, List<Consent> all, LocalDate today) {
        boolean mayBeAsked = opened.referral().allowed().contains(ReferralCommand.CONSENT);
        boolean given = all.stream().anyMatch(consent -> consent.isLive(today));
        return List.of(
                NextStep.of("request-consent", mayBeAsked, opened.byCoordinator()),
                NextStep.of("revoke-consent", given, opened.byCoordinator()));
    }
}
