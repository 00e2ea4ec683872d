package org.footbridge.directory.capacity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class CapacityRepository implements PanacheRepositoryBase<Capacity, UUID> {
    /** The service's organization or one above it; 20 levels end a circle that bad data may hold. */
    private static final String BELONGS_TO = """
            with recursive up as (
              select o.id, o.parent_organization_id, 1 as depth
              from organizations o join services s on s.organization_id = o.id where s.id = :service
              union all
              select o.id, o.parent_organization_id, up.depth + 1
              from organizations o join up on o.id = up.parent_organization_id where up.depth < 20)
            select exists (select from up where id = :organization)
            """;

    private static final String IS_PUBLIC = """
            select exists (select from services s join organizations o on o.id = s.organization_id
                           where s.id = :service and s.visibility = 'public' and o.visibility = 'public')
            """;

    /** True when the organization runs the service itself or stands above whoever does. */
    Uni<Boolean> belongsTo(UUID service, UUID organization) {
        return Panache.getSession().chain(session -> session.createNativeQuery(BELONGS_TO, Boolean.class)
                .setParameter("service", service)
                .setParameter("organization", organization)
                .getSingleResult());
    }

    Uni<Boolean> isPublic(UUID service) {
        return Panache.getSession().chain(session -> session.createNativeQuery(IS_PUBLIC, Boolean.class)
                .setParameter("service", service)
                .getSingleResult());
    }

    /** So that HSDS readers who ask for what changed see the new capacity. */
    Uni<Void> touchService(UUID service, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update services set last_modified = :now where id = :service")
                        .setParameter("now", now)
                        .setParameter("service", service)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
