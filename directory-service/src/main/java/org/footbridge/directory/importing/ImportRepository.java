package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes what an import brings, inside the caller's transaction. */
@ApplicationScoped
class ImportRepository {

    /** A row that was written because it was new or differed. */
    record Written(UUID id, boolean created) {}

    /** Runs one of the upserts of {@link ImportSql}; the answer holds only rows that differed. */
    Uni<List<Written>> upsert(String statement, ArrayNode rows, Instant now) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement, Object[].class)
                        .setParameter("rows", rows.toString())
                        .setParameter("now", now)
                        .getResultList())
                .map(ImportRepository::written);
    }

    /** As {@link #upsert}, for capacities, which carry their own time. */
    Uni<List<Written>> confirm(ArrayNode rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ImportSql.CAPACITIES, Object[].class)
                        .setParameter("rows", rows.toString())
                        .getResultList())
                .map(ImportRepository::written);
    }

    /** Ids that are none are left to the check of the document. */
    Uni<Void> pinAsSaid(ArrayNode rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ImportSql.PIN_AS_SAID)
                        .setParameter("rows", rows.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> makeCapacities(Collection<UUID> services) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ImportSql.EMPTY_CAPACITIES)
                        .setParameter("services", joined(services))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The services that lost a place. */
    Uni<List<UUID>> dropPlaces(Collection<UUID> services, Collection<String> kept) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ImportSql.DROP_PLACES, UUID.class)
                .setParameter("services", joined(services))
                .setParameter("places", joined(kept))
                .getResultList());
    }

    /** The services that will lose a place to another one. */
    Uni<List<UUID>> losingPlaces(ArrayNode places) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ImportSql.LOSING_PLACES, UUID.class)
                .setParameter("rows", places.toString())
                .getResultList());
    }

    /** New versions of services whose places are not what they were. */
    Uni<Void> countOn(Collection<UUID> services, Instant now) {
        return services.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(ImportSql.COUNT_ON)
                                .setParameter("services", joined(services))
                                .setParameter("now", now)
                                .executeUpdate())
                        .replaceWithVoid();
    }

    Uni<Void> dropLocations(Collection<UUID> organizations, Collection<String> kept) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ImportSql.DROP_LOCATIONS)
                        .setParameter("organizations", joined(organizations))
                        .setParameter("locations", joined(kept))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> touchServices(Collection<UUID> services, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ImportSql.TOUCH_SERVICES)
                        .setParameter("services", joined(services))
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Which of the ids are there; the statement is one of those of :ids of {@link ImportSql}. */
    Uni<List<UUID>> known(String statement, Collection<?> ids) {
        return Panache.getSession().chain(session -> session.createNativeQuery(statement, UUID.class)
                .setParameter("ids", joined(ids))
                .getResultList());
    }

    /** The stored documents of taxonomy terms, as JSON text. */
    Uni<List<String>> terms(Collection<String> ids) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ImportSql.KNOWN_TERMS, String.class)
                .setParameter("ids", joined(ids))
                .getResultList());
    }

    private static List<Written> written(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Written((UUID) row[0], (Boolean) row[1]))
                .toList();
    }

    private static String joined(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
