package org.footbridge.feedback.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ReferralSnapshot;

/** Turns snapshots of referrals into facts. */
@ApplicationScoped
public class ReferralFactService {
    private final ReferralFactRepository facts;

    public ReferralFactService(ReferralFactRepository facts) {
        this.facts = facts;
    }

    /** Takes over the state that the event carries, unless a later one is known. What is no referral yet is no fact. */
    @WithTransaction
    public Uni<Void> take(Event event) {
        return event.data() instanceof ReferralSnapshot referral
                ? facts.put(event.tenantId(), event.sequence(), referral)
                : Uni.createFrom().voidItem();
    }
}
