package org.footbridge.referral.schoolday;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SchoolCalendarRepository implements PanacheRepositoryBase<SchoolCalendar, UUID> {

    /** {@code null} where the school does nothing otherwise. */
    Uni<SchoolCalendar> of(UUID tenant, UUID school) {
        return find("tenantId = ?1 and schoolId = ?2", tenant, school).firstResult();
    }
}
