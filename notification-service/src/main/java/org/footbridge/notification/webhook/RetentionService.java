package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;
import org.jboss.logging.Logger;

/** Makes the tables of the coming weeks and drops those of weeks that are kept no longer. */
@ApplicationScoped
public class RetentionService {
    private static final Logger LOG = Logger.getLogger(RetentionService.class);
    private static final Duration AGAIN = Duration.ofDays(1);

    private final WorkQueueService queue;
    private final DeliveryConfig config;
    private final Clock clock;

    public RetentionService(WorkQueueService queue, DeliveryConfig config, Clock clock) {
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> turn(WorkItem work) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select webhook_weeks(:now, cast(:days as int) * interval '1 day')", Integer.class)
                        .setParameter("now", now)
                        .setParameter("days", (int) config.keep().toDays())
                        .getSingleResult())
                .invoke(dropped -> LOG.infof("%d weekly tables of webhooks were dropped", dropped))
                .chain(() -> queue.postponeHeld(work, now.plus(AGAIN)));
    }
}
