package org.footbridge.referral.access;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class BreakGlassRepository implements PanacheRepositoryBase<BreakGlass, UUID> {

    /** Whether somebody may read the referral at that moment. */
    Uni<Boolean> isOpen(UUID tenant, UUID person, UUID referral, Instant now) {
        return count(
                        "tenantId = ?1 and personId = ?2 and referralId = ?3 and endsAt > ?4",
                        tenant,
                        person,
                        referral,
                        now)
                .map(open -> open > 0);
    }
}
