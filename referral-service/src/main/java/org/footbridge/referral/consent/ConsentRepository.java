package org.footbridge.referral.consent;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    /** Every consent of a referral, oldest first. */
    Uni<List<Consent>> ofReferral(UUID tenant, UUID referral) {
        return list("tenantId = ?1 and referralId = ?2 order by id", tenant, referral);
    }

    /** Every consent of some referrals. */
    Uni<List<Consent>> ofReferrals(UUID tenant, Set<UUID> referrals) {
        return referrals.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("tenantId = ?1 and referralId in ?2", tenant, referrals);
    }
}
