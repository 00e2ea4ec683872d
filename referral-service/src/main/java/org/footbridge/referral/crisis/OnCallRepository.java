package org.footbridge.referral.crisis;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class OnCallRepository implements PanacheRepositoryBase<OnCallChain, UUID> {

    /** {@code null} where the school has none. */
    Uni<OnCallChain> of(UUID tenant, UUID school) {
        return find("tenantId = ?1 and schoolId = ?2", tenant, school).firstResult();
    }
}
