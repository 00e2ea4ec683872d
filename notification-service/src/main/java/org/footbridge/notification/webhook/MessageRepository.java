package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.notification.endpoint.Choice;
import org.footbridge.notification.endpoint.Owner;
import org.hibernate.reactive.mutiny.Mutiny;

/** What an owner could have heard, in the order in which the transactions that wrote it ended. */
@ApplicationScoped
class MessageRepository {

    /** What an endpoint wants of its owner's messages, and what an agency may still hear of (decision 26). */
    private static final String WANTED = """
            m.owner_id = :owner
              and (cast(:everything as boolean) or m.event_type = any(cast(:types as text[]))
                or m.event_type like any(cast(:families as text[])))
              and (cast(:schools as uuid[]) is null or m.school_id = any(cast(:schools as uuid[])))
              and (cast(:services as uuid[]) is null or m.service_id = any(cast(:services as uuid[])))
              and %s
            """.formatted(Farewells.MAY_HEAR.formatted("m"));

    /** Behind the oldest transaction that still runs nothing new can appear, so no reader passes anything over. */
    private static final String PAGE = """
            select cast(m.xid as text), m.id, m.event_id, m.event_type, m.body, m.created_at from webhook_message m
            where %s
              and m.xid < pg_snapshot_xmin(pg_current_snapshot())
              and (m.xid, m.id) > (cast(cast(:xid as text) as xid8), cast(:id as uuid))
              and m.created_at >= :since
            order by m.xid, m.id limit :size
            """.formatted(WANTED);

    private static final String MISSING = """
            insert into webhook_delivery (id, agency_id, tenant_id, endpoint_id, event_id, event_type, placement_id, body,
                request_id, traceparent, state, attempts, round_start, sequence, ordered_key, due_at, created_at)
            select uuidv7(), m.agency_id, m.tenant_id, :endpoint, m.event_id, m.event_type, m.placement_id, m.body,
                m.request_id, m.traceparent, 'PENDING', 0, 0, m.sequence,
                case when cast(:ordered as boolean) then m.subject_id end, :now, :now
            from webhook_message m
            where %s
              and m.body is not null and m.created_at >= :since and m.created_at < :until
              and not exists (select from webhook_delivery d where d.endpoint_id = :endpoint and d.event_id = m.event_id)
            order by m.id limit :size
            """.formatted(WANTED);

    /** A message as a reader gets it, with its place. */
    record Pulled(String xid, UUID id, UUID eventId, String type, String body, Instant createdAt) {}

    /** The moment between two messages after which to read on. */
    record Place(String xid, UUID id) {
        static final Place START = new Place("0", new UUID(0, 0));
    }

    Uni<Void> insert(News news, Owner owner, String body, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into webhook_message (id, owner_id, agency_id, tenant_id, event_id, event_type,
                                    subject_id, sequence, placement_id, school_id, service_id, body, request_id,
                                    traceparent, created_at)
                                values (:id, :owner, cast(:agency as uuid), :tenant, :event, :type, :subject, :sequence,
                                    cast(:placement as uuid), cast(:school as uuid), cast(:service as uuid), :body,
                                    :request, :trace, :now)
                                """)
                        .setParameter("id", Ids.next())
                        .setParameter("owner", owner.id())
                        .setParameter("agency", text(owner.agency()))
                        .setParameter("tenant", news.event().tenantId())
                        .setParameter("event", news.event().id())
                        .setParameter("type", news.subject().type())
                        .setParameter("subject", news.event().subject())
                        .setParameter("sequence", news.event().sequence())
                        .setParameter("placement", text(news.placementId()))
                        .setParameter("school", text(news.subject().school()))
                        .setParameter("service", text(news.subject().service()))
                        .setParameter("body", body)
                        .setParameter("request", news.event().requestId())
                        .setParameter("trace", news.traceparent())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What the endpoint wants, from the place on. */
    Uni<List<Pulled>> page(Choice choice, Place after, Instant since, int size) {
        return Panache.getSession()
                .chain(session -> wanted(session.createNativeQuery(PAGE, Object[].class), choice)
                        .setParameter("xid", after.xid())
                        .setParameter("id", after.id().toString())
                        .setParameter("since", since)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream().map(MessageRepository::pulled).toList());
    }

    /** Deliveries of what the endpoint wants and has never been sent. */
    Uni<Integer> insertMissing(Choice choice, Instant since, Instant until, Instant now, int size) {
        return Panache.getSession().chain(session -> wanted(session.createNativeQuery(MISSING), choice)
                .setParameter("endpoint", choice.endpoint())
                .setParameter("ordered", choice.ordered())
                .setParameter("since", since)
                .setParameter("until", until)
                .setParameter("now", now)
                .setParameter("size", size)
                .executeUpdate());
    }

    Uni<Void> expunge(UUID owner, UUID event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update webhook_message set body = null where owner_id = :owner and event_id = :event")
                        .setParameter("owner", owner)
                        .setParameter("event", event)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static <Q extends Mutiny.AbstractQuery> Q wanted(Q query, Choice choice) {
        Map<String, Object> parameters = Map.of(
                "owner", choice.owner(),
                "everything", choice.everything(),
                "types", choice.types(),
                "families", choice.families(),
                "farewells", Farewells.TYPES.toArray(String[]::new));
        parameters.forEach(query::setParameter);
        query.setParameter("schools", choice.schools());
        query.setParameter("services", choice.services());
        return query;
    }

    private static Pulled pulled(Object[] row) {
        return new Pulled(
                (String) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                ((OffsetDateTime) row[5]).toInstant());
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
