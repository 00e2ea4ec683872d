package org.footbridge.directory.exporting;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records as the database has them, a batch at a time and in the order of their ids. */
@ApplicationScoped
class ExportRepository {
    /** May be seen: %1$s is the row. */
    private static final String VISIBLE = """
            (:everything or %1$s.visibility = 'public'
             or %1$s.owner_organization_id = cast(:agency as uuid)
             or (%1$s.visibility = 'district' and %1$s.curator_tenant_id = cast(:tenant as uuid)))
            """;

    /** The caller's to know wholly, confidential sites included. */
    private static final String OWN = "(:everything or %1$s.owner_organization_id = cast(:agency as uuid))";

    /** A site belongs to whoever runs it; who offers a service there need not be entitled to the address. */
    private static final String OWN_SITE = "(:everything or l.organization_id = cast(:agency as uuid))";

    private static final String PLACES = """
            coalesce((select jsonb_build_object('service_at_locations', jsonb_agg(
                                 case when %1$s then a.document else public_place(a.document, l.confidential) end
                                 || jsonb_build_object('service_id', a.service_id)
                                 || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id,
                                        'location', case when %1$s then l.document else public_location(l.document, l.confidential) end)
                                    end order by a.id))
                      from service_at_locations a left join locations l on l.id = a.location_id
                      where a.service_id = s.id having count(*) > 0), '{}')
            """.formatted(OWN_SITE);

    private static final String SERVICES = """
            coalesce((select jsonb_build_object('services', jsonb_agg(
                                 jsonb_build_object('last_modified', hsds_time(s.last_modified)) || s.document
                                 || jsonb_build_object('organization_id', s.organization_id)
                                 || %s
                                 || jsonb_build_object('capacities', coalesce(s.document -> 'capacities', '[]')
                                        || (select coalesce(jsonb_agg(c.nested), '[]') from hsds_capacities c
                                            where c.service_id = s.id)) order by s.id))
                      from services s where s.organization_id = o.id and %s having count(*) > 0), '{}')
            """.formatted(PLACES, VISIBLE.formatted("s"));

    private static final String ORGANIZATIONS = """
            select o.id, cast(case when %s then o.document else public_organization(o.document) end || %s as text)
            from organizations o where o.id > :after and %s
            order by o.id limit :size
            """.formatted(OWN.formatted("o"), SERVICES, VISIBLE.formatted("o"));

    /** The places of nobody; nobody but the platform needs them. */
    private static final String LOCATIONS = """
            select l.id, cast(l.document as text) from locations l
            where l.id > :after and :everything and l.organization_id is null
            order by l.id limit :size
            """;

    private static final String TAXONOMIES =
            "select t.id, cast(t.document as text) from taxonomies t where t.id > :after order by t.id limit :size";

    private static final String TERMS =
            "select t.id, cast(t.document as text) from taxonomy_terms t where t.id > :after order by t.id limit :size";

    /** Two sources may keep a record under one id: the last one stands for both. */
    private static final String LOOSE = """
            select distinct on (l.id) l.id, cast(l.document as text) from loose_records l
            where l.entity = '%s' and l.id > :after and :everything
            order by l.id, l.source_id desc limit :size
            """;

    /** A record with the key that the next batch continues behind. */
    record Row(UUID id, String json) {}

    Uni<List<Row>> batch(Section section, UUID after, Audience audience, int size) {
        String statement = statement(section);
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(statement, Object[].class)
                            .setParameter("after", after)
                            .setParameter("size", size);
                    return bind(query, statement, audience).getResultList();
                })
                .map(rows -> rows.stream()
                        .map(row -> new Row((UUID) row[0], (String) row[1]))
                        .toList());
    }

    private static String statement(Section section) {
        if (!section.standing()) {
            return LOOSE.formatted(section.entity());
        }
        return switch (section.member()) {
            case "organizations" -> ORGANIZATIONS;
            case "locations" -> LOCATIONS;
            case "taxonomies" -> TAXONOMIES;
            default -> TERMS;
        };
    }

    private static Mutiny.SelectionQuery<Object[]> bind(
            Mutiny.SelectionQuery<Object[]> query, String statement, Audience audience) {
        if (statement.contains(":everything")) {
            query.setParameter("everything", audience.everything());
        }
        if (statement.contains(":agency")) {
            query.setParameter("agency", text(audience.agency())).setParameter("tenant", text(audience.tenant()));
        }
        return query;
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
