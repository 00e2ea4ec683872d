package org.footbridge.directory.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SourceRepository {
    private static final String COLUMNS =
            "id, code, name, own_ids, precedence, cast(mapping as text), created_at, version";

    private final ObjectMapper json;

    SourceRepository(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> insert(UUID id, SourceRequest source, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into import_sources (id, code, name, own_ids, precedence, mapping, created_at)
                                values (:id, :code, :name, :own, :precedence,
                                        cast(cast(:mapping as text) as jsonb), :now)
                                """)
                        .setParameter("id", id)
                        .setParameter("code", source.code())
                        .setParameter("name", source.name())
                        .setParameter("own", source.hasOwnIds())
                        .setParameter("precedence", source.precedenceOrUsual())
                        .setParameter("mapping", write(source.mapping()))
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** How many rows were changed: none where the version is another by now. */
    Uni<Integer> update(UUID id, SourceRequest source, long version) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                update import_sources
                                set code = :code, name = :name, own_ids = :own, precedence = :precedence,
                                    mapping = cast(cast(:mapping as text) as jsonb),
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                .setParameter("id", id)
                .setParameter("code", source.code())
                .setParameter("name", source.name())
                .setParameter("own", source.hasOwnIds())
                .setParameter("precedence", source.precedenceOrUsual())
                .setParameter("mapping", write(source.mapping()))
                .setParameter("version", version)
                .executeUpdate());
    }

    Uni<List<ImportSource>> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select " + COLUMNS + " from import_sources where id = :id", Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.stream().map(this::source).toList());
    }

    /** Until the transaction ends, no run of the source comes in, begins or ends; {@code false} where there is no such source. */
    Uni<Boolean> lock(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from import_sources where id = :id for no key update", UUID.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    Uni<Boolean> isTaken(String code, UUID except) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select from import_sources where code = :code and id <> :id)", Boolean.class)
                .setParameter("code", code)
                .setParameter("id", except)
                .getSingleResult());
    }

    Uni<List<ImportSource>> page(UUID after, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select " + COLUMNS + " from import_sources where id > :after order by id limit :size",
                                Object[].class)
                        .setParameter("after", after)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream().map(this::source).toList());
    }

    private ImportSource source(Object[] row) {
        return new ImportSource(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (Boolean) row[3],
                ((Number) row[4]).intValue(),
                read((String) row[5]),
                ((OffsetDateTime) row[6]).toInstant(),
                ((Number) row[7]).longValue());
    }

    private String write(ColumnMapping mapping) {
        try {
            return mapping == null ? null : json.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping cannot be written", e);
        }
    }

    private ColumnMapping read(String text) {
        try {
            return text == null ? null : json.readValue(text, ColumnMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored mapping cannot be read", e);
        }
    }
}
