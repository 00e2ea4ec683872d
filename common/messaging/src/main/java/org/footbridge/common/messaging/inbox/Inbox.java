package org.footbridge.common.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Remembers which events a consumer has taken effect of, in the transaction of the effect. */
@ApplicationScoped
public class Inbox {
    private final Clock clock;

    public Inbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * Marks the event in the running transaction.
     *
     * @return {@code true} the first time, {@code false} where this consumer has seen it
     */
    public Uni<Boolean> firstTime(String consumer, UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into inbox (consumer, event_id, seen_at) values (:consumer, :event, :now)
                                on conflict do nothing
                                """)
                        .setParameter("consumer", consumer)
                        .setParameter("event", eventId)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
