package org.footbridge.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Many deliveries of one owner in one statement. */
@ApplicationScoped
class DeliveryBatchRepository {

    private static final String READY = """
            select d.* from unnest(cast(:ids as uuid[])) as work(id) join webhook_delivery d on d.id = work.id
            where d.owner_id = :owner and d.state = 'PENDING'
              and %s
            """.formatted(Farewells.MAY_HEAR.formatted("d"));

    /** Locks deliveries before works, as everybody does, and in the order of their ids, so that two batches do not cross. */
    private static final String DELIVERED = """
            with made as (
                select * from jsonb_to_recordset(cast(cast(:made as text) as jsonb))
                    as m (delivery uuid, lease uuid, started timestamptz, latency int, status int, response text)),
            locked as (
                select d.id, made.lease from made join webhook_delivery d on d.id = made.delivery
                where d.owner_id = :owner and d.state = 'PENDING' and d.ordered_key is null
                order by d.id for update of d),
            held as (
                delete from work_queue q using locked
                where q.kind = :kind and q.id = locked.id and q.lease_id = locked.lease
                returning q.id),
            ended as (
                update webhook_delivery d
                set state = 'DELIVERED', attempts = d.attempts + 1, due_at = null, finished_at = :now
                from held where d.id = held.id
                returning d.id, d.attempts, d.owner_id, d.endpoint_id),
            kept as (
                insert into webhook_attempt
                    (delivery_id, number, owner_id, endpoint_id, started_at, latency_ms, status, response)
                select ended.id, ended.attempts, ended.owner_id, ended.endpoint_id, made.started, made.latency,
                    made.status, made.response
                from ended join made on made.delivery = ended.id)
            select id from ended
            """;

    private final ObjectMapper json;

    DeliveryBatchRepository(ObjectMapper json) {
        this.json = json;
    }

    /** A call that the receiver took, as the statement reads it. */
    record Taken(UUID delivery, UUID lease, String started, int latency, int status, String response) {}

    /** New deliveries of one event, which differ in their id, their endpoint and when they are due, in one statement. */
    Uni<Void> insertAll(List<Delivery> alike) {
        Delivery any = alike.getFirst();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into webhook_delivery (id, endpoint_id, agency_id, tenant_id, event_id, event_type,
                                    placement_id, body, request_id, traceparent, state, attempts, round_start, sequence,
                                    due_at, created_at)
                                select made.id, made.endpoint, cast(:agency as uuid), cast(:tenant as uuid), :event, :type,
                                    cast(:placement as uuid), :body, :request, :trace, 'PENDING', 0, 0, :sequence, cast(made.due as timestamptz), :now
                                from unnest(cast(:ids as uuid[]), cast(:endpoints as uuid[]), cast(:due as text[]))
                                    as made(id, endpoint, due)
                                """)
                        .setParameter("ids", alike.stream().map(Delivery::id).toArray(UUID[]::new))
                        .setParameter(
                                "endpoints",
                                alike.stream().map(Delivery::endpointId).toArray(UUID[]::new))
                        .setParameter("agency", text(any.agencyId()))
                        .setParameter("tenant", text(any.tenantId()))
                        .setParameter("event", any.eventId())
                        .setParameter("type", any.eventType())
                        .setParameter("placement", text(any.placementId()))
                        .setParameter("body", any.body())
                        .setParameter("request", any.requestId())
                        .setParameter("trace", any.traceparent())
                        .setParameter("sequence", any.sequence())
                        .setParameter(
                                "due",
                                alike.stream()
                                        .map(each -> each.dueAt().toString())
                                        .toArray(String[]::new))
                        .setParameter("now", any.createdAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Those that are still to be sent, and that their receiver may still hear of (decision 26). */
    Uni<List<Delivery>> ready(UUID owner, List<UUID> ids) {
        return Panache.getSession().chain(session -> session.createNativeQuery(READY, Delivery.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("owner", owner)
                .setParameter("farewells", Farewells.TYPES.toArray(String[]::new))
                .getResultList());
    }

    /** Ends those whose lease is held and whose order does not count, with their work and the record of the attempt. */
    Uni<Set<UUID>> delivered(UUID owner, List<Taken> taken, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELIVERED, UUID.class)
                        .setParameter("made", text(taken))
                        .setParameter("owner", owner)
                        .setParameter("kind", Delivery.WORK.name())
                        .setParameter("now", now)
                        .getResultList())
                .map(Set::copyOf);
    }

    private String text(List<Taken> taken) {
        try {
            return json.writeValueAsString(taken);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("attempts cannot be written", e);
        }
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
