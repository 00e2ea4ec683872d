package org.footbridge.referral.alarm;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Whose turn it was when an alarm fired. A mail may leave much later than its event, when it is the next one's turn already: without
 * this, the next one would be told twice and the first one never.
 */
@ApplicationScoped
public class AlarmTurns {
    /** Longer than any notice waits to be sent. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Clock clock;

    AlarmTurns(Clock clock) {
        this.clock = clock;
    }

    /** What is told of: one referral of a district. */
    public record About(UUID tenant, UUID referral) {}

    /** Remembers the people of an event, in the transaction that publishes it; forgets old ones of the same referral. */
    public Uni<Void> keep(UUID event, About about, Collection<UUID> people) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from alarm_turn where tenant_id = :tenant and referral_id = :referral and told_at < :old")
                        .setParameter("tenant", about.tenant())
                        .setParameter("referral", about.referral())
                        .setParameter("old", clock.instant().minus(KEPT))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("""
                                insert into alarm_turn (event_id, tenant_id, referral_id, people, told_at)
                                values (:event, :tenant, :referral, cast(:people as uuid[]), :now)
                                """)
                                .setParameter("event", event)
                                .setParameter("tenant", about.tenant())
                                .setParameter("referral", about.referral())
                                .setParameter("people", people.toArray(UUID[]::new))
                                .setParameter("now", clock.instant())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** The people of an event; {@code null} where nobody has kept them. */
    public Uni<List<UUID>> of(UUID event, UUID tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select people from alarm_turn where event_id = :event and tenant_id = :tenant",
                                UUID[].class)
                        .setParameter("event", event)
                        .setParameter("tenant", tenant)
                        .getSingleResultOrNull())
                .map(people -> people == null ? null : Arrays.asList(people));
    }
}
