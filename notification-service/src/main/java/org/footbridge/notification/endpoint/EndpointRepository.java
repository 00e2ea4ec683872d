package org.footbridge.notification.endpoint;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Endpoints, always of one owner. */
@ApplicationScoped
class EndpointRepository implements PanacheRepositoryBase<Endpoint, UUID> {

    Uni<Endpoint> find(UUID owner, UUID id) {
        return find("id = ?1 and ownerId = ?2", id, owner).firstResult();
    }

    /** In the order of creation, after the given id where there is one. */
    Uni<List<Endpoint>> page(UUID owner, UUID after, int size) {
        return after == null
                ? find("ownerId = ?1 order by id", owner).page(0, size).list()
                : find("ownerId = ?1 and id > ?2 order by id", owner, after)
                        .page(0, size)
                        .list();
    }

    Uni<List<Endpoint>> find(UUID owner, Collection<UUID> ids) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select * from webhook_endpoint
                                where owner_id = :owner and id = any(cast(:ids as uuid[]))
                                """, Endpoint.class)
                .setParameter("owner", owner)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
    }

    Uni<List<Endpoint>> all(UUID owner) {
        return list("ownerId = ?1 order by id", owner);
    }

    /** By statement: Hibernate Reactive's own removal mixes up two that run at once (HouseRules). */
    Uni<Void> remove(Endpoint endpoint) {
        return delete("id = ?1 and version = ?2", endpoint.id(), endpoint.version())
                .invoke(removed -> {
                    if (removed == 0) {
                        throw new OptimisticLockException("the endpoint was changed or removed meanwhile");
                    }
                })
                .replaceWithVoid();
    }

    /** Counts under a lock of the owner, so that two requests at once cannot both take the last place. */
    Uni<Long> countLocked(UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:owner, 0)) as text)")
                        .setParameter("owner", "webhook_endpoint/" + owner)
                        .getSingleResult())
                .chain(() -> count("ownerId", owner));
    }
}
