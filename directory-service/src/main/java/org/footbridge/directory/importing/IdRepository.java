package org.footbridge.directory.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.footbridge.directory.importing.ForeignIds.Key;
import org.footbridge.directory.importing.format.Record;

/** What sources call records, what is stored of them, and records that belong to nothing. */
@ApplicationScoped
class IdRepository {
    private static final String KNOWN = """
            select i.entity, i.foreign_id, i.id from import_ids i
            where i.source_id = :source
              and i.foreign_id in (select x from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) x)
            """;

    /** A taxonomy or term of the same name is the same one: the feeds of a region share them by their ids. */
    private static final String TAKEN = """
            with given as (
              select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (entity text, id uuid, name text)),
            there as (
              select g.entity, g.id from given g join organizations t on t.id = g.id where g.entity = 'organization'
              union all
              select g.entity, g.id from given g join services t on t.id = g.id where g.entity = 'service'
              union all
              select g.entity, g.id from given g join locations t on t.id = g.id where g.entity = 'location'
              union all
              select g.entity, g.id from given g join service_at_locations t on t.id = g.id
              where g.entity = 'service_at_location'
              union all
              select g.entity, g.id from given g join taxonomies t on t.id = g.id
              where g.entity = 'taxonomy' and g.name <> t.name
              union all
              select g.entity, g.id from given g join taxonomy_terms t on t.id = g.id
              where g.entity = 'taxonomy_term' and g.name <> t.name)
            select t.entity, t.id from there t
            where not exists (select from import_ids i
                              where i.source_id = :source and i.entity = t.entity and i.id = t.id)
            """;

    /** A source that calls a record by our own id has its own name for it already. */
    private static final String SAVE = """
            insert into import_ids (source_id, entity, foreign_id, id)
            select :source, r.entity, r.foreign_id, r.id
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (entity text, foreign_id text, id uuid)
            on conflict (source_id, entity, id) do nothing
            """;

    private static final String KEEP_LOOSE = """
            with written as (
              insert into loose_records as l (source_id, entity, id, document)
              select :source, r.entity, r.id, r.document
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (entity text, id uuid, document jsonb)
              on conflict (source_id, entity, id) do update set document = excluded.document
              where l.document is distinct from excluded.document
              returning l.id, old.id is null as created)
            select id, created from written
            """;

    private final ObjectMapper json;

    IdRepository(ObjectMapper json) {
        this.json = json;
    }

    Uni<Map<Key, UUID>> known(UUID source, Collection<Key> keys) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        keys.stream().map(Key::foreignId).distinct().forEach(ids::add);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Object[].class)
                        .setParameter("source", source)
                        .setParameter("ids", ids.toString())
                        .getResultList())
                .map(rows -> {
                    Map<Key, UUID> known = new HashMap<>();
                    rows.forEach(row -> known.put(new Key((String) row[0], (String) row[1]), (UUID) row[2]));
                    return known;
                });
    }

    /** Ids that are in use for records which this source has not brought. */
    Uni<Map<String, Set<UUID>>> taken(UUID source, ForeignIds ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKEN, Object[].class)
                        .setParameter("source", source)
                        .setParameter("rows", ids.uuids().toString())
                        .getResultList())
                .map(rows -> {
                    Map<String, Set<UUID>> taken = new HashMap<>();
                    rows.forEach(row -> taken.computeIfAbsent((String) row[0], any -> new HashSet<>())
                            .add((UUID) row[1]));
                    return taken;
                });
    }

    Uni<Void> save(UUID source, Map<Key, UUID> fresh) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        fresh.forEach((key, id) -> rows.addObject()
                .put("entity", key.entity())
                .put("foreign_id", key.foreignId())
                .put("id", id.toString()));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SAVE)
                        .setParameter("source", source)
                        .setParameter("rows", rows.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<ImportReport.Counts> keepLoose(UUID source, List<Record> loose) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        loose.forEach(read -> rows.addObject()
                .put("entity", read.entity())
                .put("id", read.node().path("id").asText())
                .set("document", read.node()));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP_LOOSE, Object[].class)
                        .setParameter("source", source)
                        .setParameter("rows", rows.toString())
                        .getResultList())
                .map(written -> {
                    int created = (int)
                            written.stream().filter(row -> (Boolean) row[1]).count();
                    return new ImportReport.Counts(created, written.size() - created, loose.size() - written.size());
                });
    }

    /** What the directory has of these records, by id. */
    Uni<Map<String, Stored>> stored(String entity, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ImportSql.STORED.get(entity), Object[].class)
                        .setParameter("ids", String.join(",", ids))
                        .getResultList())
                .map(rows -> {
                    Map<String, Stored> stored = new HashMap<>();
                    rows.forEach(row -> stored.put(row[0].toString(), stored(row)));
                    return stored;
                });
    }

    /** Every name that a source has for records, in the order of kind and name. */
    Uni<List<ImportedId>> page(UUID source, Key after, UUID id, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select entity, foreign_id, id from import_ids
                                where source_id = :source and (entity, foreign_id) > (:entity, :foreign)
                                  and (cast(:id as uuid) is null or id = cast(:id as uuid))
                                order by entity, foreign_id limit :size
                                """, Object[].class)
                        .setParameter("source", source)
                        .setParameter("entity", after.entity())
                        .setParameter("foreign", after.foreignId())
                        .setParameter("id", id == null ? null : id.toString())
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new ImportedId((String) row[0], (String) row[1], (UUID) row[2]))
                        .toList());
    }

    private Stored stored(Object[] row) {
        try {
            JsonNode document = json.readTree((String) row[1]);
            return new Stored((ObjectNode) document, row[2] == null ? "" : row[2].toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record is not JSON", e);
        }
    }
}
