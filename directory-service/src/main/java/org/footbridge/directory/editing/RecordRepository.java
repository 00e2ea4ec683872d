package org.footbridge.directory.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records with the right to edit them. */
@ApplicationScoped
class RecordRepository {
    /** The right to edit what belongs to organization o and is curated by :curator's column; 20 levels end a circle of bad data. */
    private static final String MINE = """
            (:platform or (%s = cast(nullif(:tenant, '') as uuid)) is true or exists (
               with recursive up as (
                 select p.id, p.parent_organization_id, 1 as depth from organizations p where p.id = o.id
                 union all
                 select p.id, p.parent_organization_id, up.depth + 1
                 from organizations p join up on p.id = up.parent_organization_id where up.depth < 20)
               select from up where id = cast(nullif(:agency, '') as uuid)))
            """;

    private static final String ORGANIZATION = """
            select o.id, o.id as organization_id, o.visibility, o.curator_tenant_id, o.edit_version, %s as mine, cast(o.document as text)
            from organizations o where o.id = :id
            """.formatted(MINE.formatted("o.curator_tenant_id"));

    /** So that what was read can be put back: a site of its own whole, one of others by its id. */
    private static final String PLACES = """
            coalesce((select jsonb_build_object('service_at_locations', jsonb_agg(
                                 p.document || case when l.id is null then '{}'
                                                    when l.organization_id = s.organization_id
                                                    then jsonb_build_object('location', l.document)
                                                    else jsonb_build_object('location_id', l.id) end order by p.id))
                      from service_at_locations p left join locations l on l.id = p.location_id
                      where p.service_id = s.id having count(*) > 0), '{}')
            """;

    private static final String SERVICE =
            """
            select s.id, s.organization_id, s.visibility, s.curator_tenant_id, s.edit_version, %s as mine,
                   cast(s.document || %s as text)
            from services s join organizations o on o.id = s.organization_id where s.id = :id
            """.formatted(MINE.formatted("coalesce(s.curator_tenant_id, o.curator_tenant_id)"), PLACES);
    private static final String LOCK = "select cast(id as text) from %s where id = :id for update";

    /** What an editor does not mention stays hidden: the copy that was read may come from a file that knows nothing of it. */
    private static final String OPEN_AS_SAID = """
            update locations set hidden = false
            where id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x) and hidden and is_open(document)
            """;

    private static final String FOREIGN_LOCATIONS = """
            select cast(l.id as text) from locations l
            where l.id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x)
              and l.organization_id is distinct from :owner
            """;
    private static final String FOREIGN_PLACES = """
            select cast(p.id as text) from service_at_locations p
            where p.id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x) and p.service_id <> :owner
            """;

    private final ObjectMapper json;

    RecordRepository(ObjectMapper json) {
        this.json = json;
    }

    /** {@code null} where there is none. */
    Uni<StoredRecord> organization(UUID id, Editor editor) {
        return find(ORGANIZATION, id, editor);
    }

    /** {@code null} where there is none. */
    Uni<StoredRecord> service(UUID id, Editor editor) {
        return find(SERVICE, id, editor);
    }

    /** Nobody else changes it until the transaction ends. Who locks a service too locks its organization first. */
    Uni<StoredRecord> lockedOrganization(UUID id, Editor editor) {
        return lock(Kind.ORGANIZATION, id).chain(() -> organization(id, editor));
    }

    Uni<StoredRecord> lockedService(UUID id, Editor editor) {
        return lock(Kind.SERVICE, id).chain(() -> service(id, editor));
    }

    /** Of these locations those are confidential no longer whose documents say so in as many words. */
    Uni<Void> openAsSaid(Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(OPEN_AS_SAID)
                                .setParameter("ids", String.join(",", ids))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** Locations of these ids that belong to another organization. */
    Uni<Set<String>> foreignLocations(Collection<String> ids, UUID organization) {
        return foreign(FOREIGN_LOCATIONS, ids, organization);
    }

    /** Places of these ids that belong to another service. */
    Uni<Set<String>> foreignPlaces(Collection<String> ids, UUID service) {
        return foreign(FOREIGN_PLACES, ids, service);
    }

    /** Who sees the record from now on, and who curates it. */
    Uni<Void> show(Kind kind, UUID id, Visibility visibility, UUID curator, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update " + kind.table()
                                + " set visibility = :visibility, curator_tenant_id = cast(nullif(:curator, '') as uuid),"
                                + " last_modified = :now where id = :id"
                                + " and (visibility <> :visibility"
                                + " or curator_tenant_id is distinct from cast(nullif(:curator, '') as uuid))")
                        .setParameter("visibility", visibility.stored())
                        .setParameter("curator", text(curator))
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> lock(Kind kind, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK.formatted(kind.table()), String.class)
                        .setParameter("id", id)
                        .getResultList())
                .replaceWithVoid();
    }

    private Uni<StoredRecord> find(String query, UUID id, Editor editor) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Object[].class)
                        .setParameter("id", id)
                        .setParameter("platform", editor.platform())
                        .setParameter("tenant", text(editor.tenant()))
                        .setParameter("agency", text(editor.agency()))
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(row -> new StoredRecord(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (UUID) row[3],
                        ((Number) row[4]).longValue(),
                        (Boolean) row[5],
                        read((String) row[6])));
    }

    private Uni<Set<String>> foreign(String query, Collection<String> ids, UUID owner) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return Panache.getSession()
                .chain(session -> foreign(session, query, ids, owner))
                .map(Set::copyOf);
    }

    private static Uni<List<String>> foreign(Mutiny.Session session, String query, Collection<String> ids, UUID owner) {
        return session.createNativeQuery(query, String.class)
                .setParameter("ids", ids.stream().distinct().collect(Collectors.joining(",")))
                .setParameter("owner", owner)
                .getResultList();
    }

    private ObjectNode read(String document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record is not JSON", e);
        }
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }
}
