package org.footbridge.notification.endpoint;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Endpoints, always of one agency. */
@ApplicationScoped
class EndpointRepository implements PanacheRepositoryBase<Endpoint, UUID> {

    Uni<Endpoint> find(UUID agency, UUID id) {
        return find("id = ?1 and agencyId = ?2", id, agency).firstResult();
    }

    /** In the order of creation, after the given id where there is one. */
    Uni<List<Endpoint>> page(UUID agency, UUID after, int size) {
        return after == null
                ? find("agencyId = ?1 order by id", agency).page(0, size).list()
                : find("agencyId = ?1 and id > ?2 order by id", agency, after)
                        .page(0, size)
                        .list();
    }

    Uni<List<Endpoint>> enabled(UUID agency) {
        return list("agencyId = ?1 and enabled = true order by id", agency);
    }

    /** Counts under a lock of the agency, so that two requests at once cannot both take the last place. */
    Uni<Long> countLocked(UUID agency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:agency, 0)) as text)")
                        .setParameter("agency", "webhook_endpoint/" + agency)
                        .getSingleResult())
                .chain(() -> count("agencyId", agency));
    }
}
