package org.footbridge.notification.escalation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class StepRepository implements PanacheRepositoryBase<EscalationStep, UUID> {

    /** Whether it was somebody's business. */
    Uni<Boolean> concerned(UUID tenant, UUID referral, UUID person) {
        return count("tenantId = ?1 and referralId = ?2 and personId = ?3", tenant, referral, person)
                .map(found -> found > 0);
    }

    /** In the order of time, after the given one where there is one. */
    Uni<List<EscalationStep>> page(UUID tenant, UUID referral, UUID after, int size) {
        return after == null
                ? find("tenantId = ?1 and referralId = ?2 order by id", tenant, referral)
                        .page(0, size)
                        .list()
                : find("tenantId = ?1 and referralId = ?2 and id > ?3 order by id", tenant, referral, after)
                        .page(0, size)
                        .list();
    }
}
