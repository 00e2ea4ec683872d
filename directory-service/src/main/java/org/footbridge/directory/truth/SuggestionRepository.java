package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SuggestionRepository {
    private static final String COLUMNS = """
            select g.id, g.service_id, g.field, g.value, g.seen_value, g.reason, g.state, g.created_at, g.decided_at, g.version
            from suggestions g
            """;

    /** Of the services of an organization and of those below it; 20 levels end a circle that bad data may hold. */
    private static final String OF_AGENCY = """
             and g.service_id in (
              with recursive down as (
                select id, 1 as depth from organizations where id = cast(:agency as uuid)
                union all
                select o.id, down.depth + 1
                from organizations o join down on o.parent_organization_id = down.id where down.depth < 20)
              select s.id from services s join down on down.id = s.organization_id)
            """;

    /** In the record, among what the next import leaves alone, and in the history. */
    private static final String APPLY = """
            update services
            set name = case when :field = 'name' then :value else name end,
                status = case when :field = 'status' then :value else status end,
                pinned = pinned || jsonb_build_object(cast(:field as text), cast(:value as text)),
                history = history || cast(cast(:entry as text) as jsonb),
                document = document || jsonb_build_object(cast(:field as text), cast(:value as text),
                    'metadata', coalesce(document -> 'metadata', '[]') || cast(cast(:entry as text) as jsonb)),
                last_modified = :now
            where id = :service
            """;

    Uni<Void> insert(UUID id, SuggestionRequest wanted, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into suggestions (id, service_id, field, value, reason, seen_value, state, created_at)
                                select :id, s.id, :field, :value, :reason, s.document ->> cast(:member as text), 'OPEN', :now
                                from services s where s.id = :service
                                """)
                        .setParameter("id", id)
                        .setParameter("service", wanted.serviceId())
                        .setParameter("field", wanted.field().name())
                        .setParameter("member", wanted.field().member())
                        .setParameter("value", wanted.value())
                        .setParameter("reason", wanted.reason())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Long> open(UUID service) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from suggestions where service_id = :service and state = 'OPEN'", Long.class)
                .setParameter("service", service)
                .getSingleResult());
    }

    /** Locked until the end of the transaction: two editors decide one after the other. */
    Uni<List<Suggestion>> find(UUID id, boolean lock) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                COLUMNS + " where g.id = :id" + (lock ? " for update" : ""), Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.stream().map(SuggestionRepository::suggestion).toList());
    }

    /** Oldest first; all for the platform, which has no agency. */
    Uni<List<Suggestion>> page(String state, UUID agency, UUID after, int size) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(
                                    COLUMNS + " where g.state = :state and g.id > :after"
                                            + (agency == null ? "" : OF_AGENCY) + " order by g.id limit :size",
                                    Object[].class)
                            .setParameter("state", state)
                            .setParameter("after", after)
                            .setParameter("size", size);
                    if (agency != null) {
                        query.setParameter("agency", agency.toString());
                    }
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(SuggestionRepository::suggestion).toList());
    }

    Uni<Void> decide(UUID id, String state, String by, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update suggestions
                                set state = :state, decided_by = :by, decided_at = :now, version = version + 1
                                where id = :id
                                """)
                        .setParameter("id", id)
                        .setParameter("state", state)
                        .setParameter("by", by)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** @param entry the HSDS metadata of the change, as JSON text */
    Uni<Void> apply(UUID service, SuggestedField field, String value, String entry, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(APPLY)
                        .setParameter("service", service)
                        .setParameter("field", field.member())
                        .setParameter("value", value)
                        .setParameter("entry", entry)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<String> stored(UUID service, SuggestedField field) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select coalesce(document ->> cast(:field as text), '') from services where id = :service for update",
                        String.class)
                .setParameter("field", field.member())
                .setParameter("service", service)
                .getSingleResult());
    }

    private static Suggestion suggestion(Object[] row) {
        return new Suggestion(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                ((OffsetDateTime) row[7]).toInstant(),
                row[8] == null ? null : ((OffsetDateTime) row[8]).toInstant(),
                ((Number) row[9]).longValue());
    }
}
