package org.footbridge.referral.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.messaging.outbox.TraceContext;
import org.footbridge.referral.lifecycle.Actor;

/** Appends to the access log in the running transaction: no log, no read. */
@ApplicationScoped
public class AccessLog {
    /** One row per district: a page of an agency may reach over several. */
    private static final String INSERT = """
            insert into access_log (id, tenant_id, agency_id, actor_subject, actor_person_id, relation, operation,
                                    subject_ids, request_id, happened_at)
            select uuidv7(), seen.tenant_id, cast(:agency as uuid), :subject, cast(:person as uuid), :relation, :operation,
                   array_agg(seen.id), :request, :now
            from unnest(cast(:ids as uuid[]), cast(:tenants as uuid[])) as seen(id, tenant_id)
            group by seen.tenant_id
            """;

    private final TraceContext trace;
    private final Clock clock;

    AccessLog(TraceContext trace, Clock clock) {
        this.trace = trace;
        this.clock = clock;
    }

    /** Something identified that was read, and the district that it belongs to. */
    public record Seen(UUID id, UUID tenantId) {}

    /** A read by the school's side. */
    public Uni<Void> school(Actor reader, String operation, Collection<UUID> ids) {
        List<Seen> seen =
                ids.stream().map(id -> new Seen(id, reader.organizationId())).toList();
        return write(reader, null, operation, seen);
    }

    /** A read by an agency. */
    public Uni<Void> agency(Actor reader, String operation, List<Seen> seen) {
        return write(reader, reader.organizationId(), operation, seen);
    }

    private Uni<Void> write(Actor reader, UUID agency, String operation, List<Seen> seen) {
        if (seen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("agency", text(agency))
                        .setParameter("subject", reader.subject())
                        .setParameter("person", text(reader.personId()))
                        .setParameter("relation", reader.role())
                        .setParameter("operation", operation)
                        .setParameter("ids", seen.stream().map(Seen::id).toArray(UUID[]::new))
                        .setParameter(
                                "tenants", seen.stream().map(Seen::tenantId).toArray(UUID[]::new))
                        .setParameter("request", trace.requestId())
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
