package org.footbridge.referral.crisis;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CrisisRepository implements PanacheRepositoryBase<Crisis, UUID> {

    /** {@code null} where the referral never was one. */
    Uni<Crisis> of(UUID tenant, UUID referral) {
        return find("tenantId = ?1 and referralId = ?2", tenant, referral).firstResult();
    }
}
