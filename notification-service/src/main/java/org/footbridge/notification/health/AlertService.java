package org.footbridge.notification.health;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.notification.endpoint.Contact;

/** Remembers whom to write to until the mail server has taken the mail. */
@ApplicationScoped
public class AlertService {
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final AlertRepository alerts;
    private final WorkQueueService queue;
    private final Clock clock;

    public AlertService(AlertRepository alerts, WorkQueueService queue, Clock clock) {
        this.alerts = alerts;
        this.queue = queue;
        this.clock = clock;
    }

    /** Nothing is written where the owner named nobody. */
    @WithTransaction
    public Uni<Void> raise(AlertKind kind, Optional<Contact> contact, Instant failingSince) {
        if (contact.map(Contact::address).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Alert alert = Alert.of(kind, contact.get(), failingSince, clock.instant());
        return alerts.persistAndFlush(alert).chain(() -> queue.put(alert.work(), clock.instant()));
    }

    /** {@code null} where there is nothing left to send. */
    @WithTransaction
    Uni<Alert> open(WorkItem work) {
        return alerts.findById(work.id())
                .call(alert ->
                        alert == null ? queue.finish(work) : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Void> sent(WorkItem work) {
        return alerts.delete("id", work.id()).chain(() -> queue.finishHeld(work));
    }

    /** Later again, or not at all after the last wait. */
    @WithTransaction
    Uni<Void> failed(WorkItem work) {
        return alerts.findById(work.id()).chain(alert -> {
            int made = alert.failed();
            return made > WAITS.size()
                    ? sent(work)
                    : queue.postponeHeld(work, clock.instant().plus(WAITS.get(made - 1)));
        });
    }
}
