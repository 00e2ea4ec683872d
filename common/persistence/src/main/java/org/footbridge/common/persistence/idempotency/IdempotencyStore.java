package org.footbridge.common.persistence.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;

/** The table of idempotency keys. Each caller's new key also removes that caller's keys of more than 24 hours ago. */
@ApplicationScoped
public class IdempotencyStore {
    private static final UUID PLATFORM = new UUID(0, 0);
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;

    public IdempotencyStore(Clock clock) {
        this.clock = clock;
    }

    record Slot(UUID owner, String client, String subject, String route, String key) {
        static Slot of(Caller caller, String route, String key) {
            UUID owner = caller.tenant() != null ? caller.tenant() : caller.agency();
            return new Slot(
                    owner == null ? PLATFORM : owner, String.valueOf(caller.clientId()), caller.subject(), route, key);
        }
    }

    record Answer(String requestHash, int status, String location, String etag, String body) {}

    /** Fails with 409 where the same key is in another running transaction. */
    Uni<Void> lock(Slot slot) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended(:slot, 0))", Boolean.class)
                        .setParameter("slot", slot.toString())
                        .getSingleResult())
                .invoke(locked -> {
                    if (!locked) {
                        throw CommonProblem.REQUEST_RUNNING
                                .because("Ask again when the first request has been answered.")
                                .header("Retry-After", "1");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Answer> find(Slot slot) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select request_hash, status, location, etag, body from idempotency_key
                                where owner_id = :owner and client = :client and subject = :subject and route = :route
                                  and key = :key and created_at > :since
                                """, Object[].class)
                        .setParameter("owner", slot.owner())
                        .setParameter("client", slot.client())
                        .setParameter("subject", slot.subject())
                        .setParameter("route", slot.route())
                        .setParameter("key", slot.key())
                        .setParameter("since", clock.instant().minus(KEPT))
                        .getResultList())
                .map(IdempotencyStore::first);
    }

    private static Answer first(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        Object[] row = rows.getFirst();
        return new Answer(
                (String) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
    }

    Uni<Void> insert(Slot slot, String requestHash, Answer answer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from idempotency_key where owner_id = :owner and created_at <= :since")
                        .setParameter("owner", slot.owner())
                        .setParameter("since", clock.instant().minus(KEPT))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("""
                                        insert into idempotency_key (owner_id, client, subject, route, key, request_hash,
                                                                     status, location, etag, body, created_at)
                                        values (:owner, :client, :subject, :route, :key, :hash,
                                                :status, :location, :etag, :body, :now)
                                        """)
                                .setParameter("owner", slot.owner())
                                .setParameter("client", slot.client())
                                .setParameter("subject", slot.subject())
                                .setParameter("route", slot.route())
                                .setParameter("key", slot.key())
                                .setParameter("hash", requestHash)
                                .setParameter("status", answer.status())
                                .setParameter("location", answer.location())
                                .setParameter("etag", answer.etag())
                                .setParameter("body", answer.body())
                                .setParameter("now", clock.instant())
                                .executeUpdate()))
                .replaceWithVoid();
    }
}
