package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MergeRepository {
    private static final String CHANGES = """
            select s.id, case when x.shown then s.status else 'inactive' end,
                   not x.shown or s.status in ('inactive', 'defunct'),
                   case when x.shown and k.visibility = 'public' and ko.visibility = 'public' then a.kept_id end, s.last_modified
            from services s join organizations o on o.id = s.organization_id
            cross join lateral (select s.visibility = 'public' and o.visibility = 'public' as shown) x
            left join record_aliases a on a.id = s.id
            left join services k on k.id = a.kept_id left join organizations ko on ko.id = k.organization_id
            where (x.shown or s.was_public)
              and s.last_modified >= cast(:from as timestamptz)
              and (s.last_modified, s.id) > (cast(:at as timestamptz), :after)
            order by s.last_modified, s.id limit :size
            """;

    private static final String ALIKE = """
            select count(distinct (case when s.visibility = 'public' then o.visibility else s.visibility end,
                                   coalesce(s.curator_tenant_id, o.curator_tenant_id))) = 1
            from services s join organizations o on o.id = s.organization_id where s.id in (:id, :kept)
            """;

    /** In this order, each with :id, :kept, :now and :by as far as it names them. */
    private static final List<String> MERGE = List.of(
            "insert into record_aliases (id, kept_id, merged_at, merged_by) values (:id, :kept, :now, :by)",
            "update record_aliases set kept_id = :kept where kept_id = :id",
            """
            update services s
            set field_sources = coalesce((
                select jsonb_object_agg(k, coalesce(
                    (select cast(x.id as text) from import_ids i join import_sources x on x.id = i.source_id
                     where i.entity = 'service' and i.id = :kept order by x.precedence, x.id limit 1), 'platform'))
                from jsonb_object_keys(s.document) k
                where k not in ('id', 'organization_id', 'metadata', 'service_at_locations', 'capacities')), '{}')
            where s.id = :kept and s.field_sources = '{}'
            """,
            """
            update import_ids i set id = :kept
            where i.entity = 'service' and i.id = :id
              and not exists (select from import_ids o
                              where o.source_id = i.source_id and o.entity = 'service' and o.id = :kept)
            """,
            """
            update service_at_locations p set service_id = :kept, last_modified = :now
            where p.service_id = :id
              and not exists (select from service_at_locations k
                              where k.service_id = :kept and k.location_id is not distinct from p.location_id)
            """,
            "update suggestions set service_id = :kept, version = version + 1 where service_id = :id and state = 'OPEN'",
            """
            update services
            set status = 'defunct', last_modified = :now,
                pinned = pinned || '{"status": "defunct"}', document = document || '{"status": "defunct"}'
            where id = :id
            """,
            "update services set last_modified = :now, edit_version = edit_version + 1 where id = :kept");

    Uni<List<Change>> changes(Instant from, Instant at, UUID after, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CHANGES, Object[].class)
                        .setParameter("from", from)
                        .setParameter("at", at)
                        .setParameter("after", after)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Change(
                                (UUID) row[0],
                                (String) row[1],
                                (Boolean) row[2],
                                (UUID) row[3],
                                ((OffsetDateTime) row[4]).toInstant()))
                        .toList());
    }

    /** Both services, locked in the order of their ids; fewer where one is not there. */
    Uni<List<UUID>> lock(UUID id, UUID kept) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select id from services where id in (:id, :kept) order by id for update", UUID.class)
                .setParameter("id", id)
                .setParameter("kept", kept)
                .getResultList());
    }

    /** Whether one of the two was merged into another before. */
    Uni<Boolean> isMerged(UUID id, UUID kept) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select from record_aliases where id in (:id, :kept))", Boolean.class)
                .setParameter("id", id)
                .setParameter("kept", kept)
                .getSingleResult());
    }

    /** Whether the same people see both, and the same district curates them. */
    Uni<Boolean> areSeenAlike(UUID id, UUID kept) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ALIKE, Boolean.class)
                .setParameter("id", id)
                .setParameter("kept", kept)
                .getSingleResult());
    }

    Uni<Void> merge(UUID id, UUID kept, String by, Instant now) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String statement : MERGE) {
            done = done.chain(() -> run(statement, id, kept, by, now));
        }
        return done;
    }

    private static Uni<Void> run(String statement, UUID id, UUID kept, String by, Instant now) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(statement);
                    if (statement.contains(":id")) {
                        query.setParameter("id", id);
                    }
                    if (statement.contains(":kept")) {
                        query.setParameter("kept", kept);
                    }
                    if (statement.contains(":now")) {
                        query.setParameter("now", now);
                    }
                    if (statement.contains(":by")) {
                        query.setParameter("by", by);
                    }
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }
}
