package org.footbridge.notification.preference;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PreferenceRepository implements PanacheRepositoryBase<NoticePreference, UUID> {

    /** {@code null} for somebody who has chosen nothing. */
    Uni<NoticePreference> of(UUID tenant, UUID person) {
        return find("tenantId = ?1 and personId = ?2", tenant, person).firstResult();
    }
}
