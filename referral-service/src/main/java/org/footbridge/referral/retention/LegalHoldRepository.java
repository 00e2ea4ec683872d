package org.footbridge.referral.retention;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class LegalHoldRepository implements PanacheRepositoryBase<LegalHold, UUID> {
    private static final int MOST = 200;

    /** {@code null} where there is none. */
    Uni<LegalHold> of(UUID tenant, UUID student, UUID id) {
        return find("tenantId = ?1 and studentId = ?2 and id = ?3", tenant, student, id)
                .firstResult();
    }

    /** Newest first; nobody has more than a few. */
    Uni<List<LegalHold>> all(UUID tenant, UUID student) {
        return find("tenantId = ?1 and studentId = ?2 order by id desc", tenant, student)
                .range(0, MOST - 1)
                .list();
    }
}
