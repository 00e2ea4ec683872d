package org.footbridge.common.messaging.sample;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.DistrictChanged;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.SchoolChanged;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.messaging.outbox.TraceContext;

/** A service that does nothing but publish and consume. */
@ApplicationScoped
public class SampleService {
    public static final UUID TENANT = UUID.fromString("01980000-0000-7000-8000-00000000d001");

    private final Outbox outbox;
    private final TraceContext trace;
    private final Clock clock;

    public SampleService(Outbox outbox, TraceContext trace, Clock clock) {
        this.outbox = outbox;
        this.trace = trace;
        this.clock = clock;
    }

    /** Publishes one event about a school. */
    @WithTransaction
    public Uni<Void> rename(UUID school, String name) {
        return outbox.publish(school(school, name));
    }

    /** Holds the transaction open after publishing, for seconds. */
    @WithTransaction
    public Uni<Void> renameSlowly(UUID school, String name, double seconds) {
        return outbox.publish(school(school, name))
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery("select cast(pg_sleep(:seconds) as text)")
                        .setParameter("seconds", seconds)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Publishes, and then fails. */
    @WithTransaction
    public Uni<Void> renameAndFail(UUID school, String name) {
        return rename(school, name)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("after the event was written")));
    }

    /** What the consumer does in the inbox' transaction. A change of a district causes one of a school with the same id. */
    Uni<Void> take(Event event) {
        if (event.type() == EventType.DISTRICT_CHANGED) {
            return outbox.publish(school(event.subject(), "caused"));
        }
        String name = event.data(SchoolChanged.class).name();
        return Panache.getSession()
                .chain(session -> session.persist(new Effect(event, name, trace.requestId(), trace.traceparent())));
    }

    /** Publishes an event that makes the consumer publish another one. */
    @WithTransaction
    public Uni<Void> changeDistrict(UUID district) {
        return outbox.publish(Event.of(
                EventType.DISTRICT_CHANGED,
                district,
                clock.instant(),
                TENANT,
                null,
                new DistrictChanged(district, "Prairie View USD", "America/Chicago", 10, List.of("en"))));
    }

    private Event school(UUID school, String name) {
        return Event.of(
                EventType.SCHOOL_CHANGED, school, clock.instant(), TENANT, null, new SchoolChanged(school, name, true));
    }
}
