package org.footbridge.common.messaging.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.persistence.tenancy.AfterCommit;

/** Writes events in the caller's own transaction: they leave if and only if it commits. */
@ApplicationScoped
public class Outbox {
    /** One statement: the aggregate's counter row is locked first, so a later position is a later commit. */
    private static final String INSERT = """
            with counted as (
                insert into aggregate_sequence as s (subject, last) values (cast(:subject as uuid), 1)
                on conflict (subject) do update set last = s.last + 1 returning s.last
            )
            insert into outbox (id, topic, subject, type, occurred_at, tenant_id, agency_id, sequence,
                                request_id, traceparent, data)
            select cast(:id as uuid), :topic, cast(:subject as uuid), :type, :time, cast(:tenant as uuid),
                   cast(:agency as uuid), counted.last, :request, :trace, :data
            from counted
            """;

    private final OutboxSignal signal;
    private final TraceContext trace;

    public Outbox(OutboxSignal signal, TraceContext trace) {
        this.signal = signal;
        this.trace = trace;
    }

    /**
     * Appends an event to the running transaction.
     *
     * @param event its sequence is counted here, whatever it says
     * @throws IllegalStateException (as a failure) outside of a transaction
     */
    public Uni<Void> publish(Event event) {
        return Panache.getSession()
                .invoke(() -> AfterCommit.run("outbox", signal::raise))
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("subject", event.subject().toString())
                        .setParameter("id", event.id().toString())
                        .setParameter("topic", event.type().topic().topicName())
                        .setParameter("type", event.type().type())
                        .setParameter("time", event.time())
                        .setParameter("tenant", text(event.tenantId()))
                        .setParameter("agency", text(event.agencyId()))
                        .setParameter("request", trace.requestId())
                        .setParameter("trace", trace.traceparent())
                        .setParameter("data", EventJson.write(event.data()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Appends events in their order. */
    public Uni<Void> publish(List<Event> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::publish)
                .collect()
                .last();
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }
}
