package org.footbridge.notification.health;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.notification.health.HealthService.Pulse;

/** One row per endpoint that has ever failed or is throttled. */
@ApplicationScoped
class HealthRepository implements PanacheRepositoryBase<EndpointHealth, UUID> {

    /** Locked, so that failures that end at the same time are counted one after the other; {@code null} where the endpoint is gone. */
    Uni<EndpointHealth> locked(UUID endpoint, UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into webhook_health (endpoint_id, owner_id)
                                select id, owner_id from webhook_endpoint where id = :endpoint and owner_id = :owner
                                on conflict do nothing
                                """)
                        .setParameter("endpoint", endpoint)
                        .setParameter("owner", owner)
                        .executeUpdate())
                .chain(() -> find("endpointId", endpoint)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResult());
    }

    /** How those among the endpoints are doing that have failed since their last success, or are to be left alone. */
    Uni<Map<UUID, Pulse>> sick(Set<UUID> endpoints) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select endpoint_id, failures, failing_since, held_until from webhook_health
                                where endpoint_id = any(cast(:endpoints as uuid[]))
                                  and (failures > 0 or held_until is not null)
                                """, Object[].class)
                        .setParameter("endpoints", endpoints.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0],
                                row -> new Pulse((Integer) row[1], instant(row[2]), instant(row[3])))));
    }

    private static Instant instant(Object moment) {
        return moment == null ? null : ((OffsetDateTime) moment).toInstant();
    }

    /** Of several that see the hold end, one becomes the probe. */
    Uni<Boolean> takeProbe(UUID endpoint, Instant seen, Instant until) {
        return update("heldUntil = ?1, probing = true where endpointId = ?2 and heldUntil = ?3", until, endpoint, seen)
                .map(rows -> rows == 1);
    }

    /** All is well again; true where the endpoint had been left alone until now. */
    Uni<Boolean> clear(UUID endpoint) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with old as (
                                    select held_until from webhook_health
                                    where endpoint_id = :endpoint and (failures > 0 or held_until is not null)
                                    for update),
                                cleared as (
                                    update webhook_health set failures = 0, failing_since = null, warnings = 0,
                                        opened = 0, held_until = null, probing = false
                                    where endpoint_id = :endpoint and exists (select from old))
                                select held_until is not null from old
                                """, Boolean.class)
                        .setParameter("endpoint", endpoint)
                        .getResultList())
                .map(held -> !held.isEmpty() && held.getFirst());
    }

    /** The next free moment of an endpoint that takes so many a second, over all copies. */
    Uni<Instant> takeSlot(UUID endpoint, UUID owner, Duration apart, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into webhook_health as health (endpoint_id, owner_id, next_slot)
                                values (:endpoint, :owner, cast(:now as timestamptz) + cast(:apart as bigint) * interval '1 microsecond')
                                on conflict (endpoint_id) do update set next_slot =
                                    greatest(health.next_slot, cast(:now as timestamptz)) + cast(:apart as bigint) * interval '1 microsecond'
                                returning next_slot
                                """, OffsetDateTime.class)
                        .setParameter("endpoint", endpoint)
                        .setParameter("owner", owner)
                        .setParameter("now", now)
                        .setParameter("apart", apart.toNanos() / 1000)
                        .getSingleResult())
                .map(next -> next.toInstant().minus(apart));
    }
}
