package org.footbridge.notification.escalation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class EscalationRepository implements PanacheRepositoryBase<Escalation, UUID> {

    /** {@code null} for a referral of which no crisis was heard. */
    Uni<Escalation> of(UUID tenant, UUID referral) {
        return find("tenantId = ?1 and referralId = ?2", tenant, referral).firstResult();
    }
}
