package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.footbridge.notification.endpoint.EndpointService;
import org.footbridge.notification.health.HealthService;

/** Counts what the rows of an endpoint say. */
@ApplicationScoped
public class StatisticsService {
    private static final Duration SPAN = Duration.ofHours(24);

    private static final String FIGURES = """
            select d.delivered, d.failed, d.pending, d.oldest, a.attempts, a.failed_attempts, a.p50, a.p95, a.p99
            from (select
                    count(*) filter (where state = 'DELIVERED' and finished_at >= :since) as delivered,
                    count(*) filter (where state not in ('DELIVERED', 'PENDING') and finished_at >= :since) as failed,
                    count(*) filter (where state = 'PENDING') as pending,
                    min(created_at) filter (where state = 'PENDING') as oldest
                from webhook_delivery where owner_id = :owner and endpoint_id = :endpoint) d,
                (select count(*) as attempts, count(error_code) as failed_attempts,
                    cast(percentile_disc(0.5) within group (order by latency_ms) as bigint) as p50,
                    cast(percentile_disc(0.95) within group (order by latency_ms) as bigint) as p95,
                    cast(percentile_disc(0.99) within group (order by latency_ms) as bigint) as p99
                from webhook_attempt where owner_id = :owner and endpoint_id = :endpoint and started_at >= :since) a
            """;

    private final EndpointService endpoints;
    private final HealthService health;
    private final Clock clock;

    public StatisticsService(EndpointService endpoints, HealthService health, Clock clock) {
        this.endpoints = endpoints;
        this.health = health;
        this.clock = clock;
    }

    @WithTransaction
    Uni<StatisticsResponse> of(UUID owner, UUID endpoint) {
        Instant since = clock.instant().minus(SPAN);
        return endpoints
                .requireKnown(owner, endpoint)
                .chain(() -> figures(owner, endpoint, since))
                .chain(row -> health.pulse(endpoint).map(pulse -> response(since, row, pulse)));
    }

    private static Uni<Object[]> figures(UUID owner, UUID endpoint, Instant since) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FIGURES, Object[].class)
                .setParameter("owner", owner)
                .setParameter("endpoint", endpoint)
                .setParameter("since", since)
                .getSingleResult());
    }

    private static StatisticsResponse response(Instant since, Object[] row, HealthService.Pulse pulse) {
        return new StatisticsResponse(
                since,
                (Long) row[0],
                (Long) row[1],
                (Long) row[2],
                (Long) row[4],
                (Long) row[5],
                (Long) row[6],
                (Long) row[7],
                (Long) row[8],
                row[3] == null ? null : ((OffsetDateTime) row[3]).toInstant(),
                pulse.failures(),
                pulse.failingSince(),
                pulse.heldUntil());
    }
}
