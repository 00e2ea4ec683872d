package org.footbridge.notification.health;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkLanesService;
import org.footbridge.notification.endpoint.Contact;
import org.footbridge.notification.endpoint.EndpointService;

/**
 * Decides whether an endpoint may be called now, and draws the consequences of what it answered. All state is in the
 * database, so that every copy of the service sees the same.
 */
@ApplicationScoped
public class HealthService {
    private static final Duration NOW_ENOUGH = Duration.ofMillis(20);

    private final HealthRepository health;
    private final EndpointService endpoints;
    private final AlertService alerts;
    private final WorkLanesService lanes;
    private final HealthConfig config;
    private final Clock clock;

    public HealthService(
            HealthRepository health,
            EndpointService endpoints,
            AlertService alerts,
            WorkLanesService lanes,
            HealthConfig config,
            Clock clock) {
        this.health = health;
        this.endpoints = endpoints;
        this.alerts = alerts;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    /** Until when the endpoint is to be left alone; empty where it may be called now. */
    @WithTransaction
    public Uni<Optional<Instant>> waitUntil(WorkKind kind, UUID endpoint) {
        Instant now = clock.instant();
        return health.findById(endpoint).chain(known -> {
            if (known == null || known.heldUntil() == null) {
                return Uni.createFrom().item(Optional.empty());
            }
            return known.isHeld(now)
                    ? Uni.createFrom().item(Optional.of(known.heldUntil()))
                    : probe(kind, endpoint, known.heldUntil(), now.plus(config.probe()));
        });
    }

    /** How those among the endpoints are doing that have failed or are to be left alone; the others are well. */
    @WithTransaction
    public Uni<Map<UUID, Pulse>> sick(Set<UUID> endpoints) {
        return health.sick(endpoints);
    }

    /** One tries whether the endpoint is well again; the others wait for what it finds. */
    private Uni<Optional<Instant>> probe(WorkKind kind, UUID endpoint, Instant seen, Instant until) {
        return health.takeProbe(endpoint, seen, until)
                .chain(mine -> mine
                        ? lanes.defer(kind, endpoint, until).replaceWith(Optional.<Instant>empty())
                        : Uni.createFrom().item(Optional.of(until)));
    }

    /** The moment that the throttle reserves; empty where it is now. */
    @WithTransaction
    public Uni<Optional<Instant>> slot(UUID owner, UUID endpoint, int perSecond) {
        Instant now = clock.instant();
        return health.takeSlot(endpoint, owner, Duration.ofSeconds(1).dividedBy(perSecond), now)
                .map(slot -> slot.isAfter(now.plus(NOW_ENOUGH)) ? Optional.of(slot) : Optional.empty());
    }

    /** The endpoint took a delivery: what waited only because it was sick is due now. */
    @WithTransaction
    public Uni<Void> succeeded(WorkKind kind, UUID endpoint) {
        Instant now = clock.instant();
        return health.clear(endpoint)
                .chain(recovered -> recovered
                        ? lanes.hasten(kind, endpoint, now, now.plus(config.breakerLongest()))
                        : Uni.createFrom().voidItem());
    }

    /**
     * The endpoint failed once more.
     *
     * @param asked until when it asked to be left alone, or {@code null}
     */
    @WithTransaction
    public Uni<Void> failed(WorkKind kind, UUID owner, UUID endpoint, Instant asked) {
        Instant now = clock.instant();
        return health.locked(endpoint, owner).chain(known -> {
            if (known == null) {
                return Uni.createFrom().voidItem();
            }
            EndpointHealth.Consequence consequence = known.failed(config, asked, now);
            Uni<Void> deferred = known.isHeld(now)
                    ? lanes.defer(kind, endpoint, known.heldUntil())
                    : Uni.createFrom().voidItem();
            return deferred.chain(() -> draw(consequence, owner, endpoint, known.failingSince()));
        });
    }

    private Uni<Void> draw(EndpointHealth.Consequence consequence, UUID owner, UUID endpoint, Instant since) {
        return switch (consequence) {
            case NONE, HELD -> Uni.createFrom().voidItem();
            case WARN ->
                endpoints
                        .warn(owner, endpoint, since, since.plus(config.disableAfter()))
                        .chain(contact -> alerts.raise(AlertKind.FAILING, contact, since));
            case DISABLE ->
                disable(owner, endpoint, "FAILING").chain(contact -> alerts.raise(AlertKind.DISABLED, contact, since));
        };
    }

    /** How an endpoint is doing. */
    public record Pulse(int failures, Instant failingSince, Instant heldUntil) {
        public static final Pulse WELL = new Pulse(0, null, null);

        /** When what is due then may be sent: later only where the endpoint is to be left alone until later. */
        public Instant notBefore(Instant due) {
            return heldUntil == null || heldUntil.isBefore(due) ? due : heldUntil;
        }
    }

    @WithTransaction
    public Uni<Pulse> pulse(UUID endpoint) {
        return sick(Set.of(endpoint)).map(found -> found.getOrDefault(endpoint, Pulse.WELL));
    }

    /** The endpoint said that it is gone. */
    @WithTransaction
    public Uni<Void> gone(UUID owner, UUID endpoint) {
        return disable(owner, endpoint, "GONE").chain(contact -> alerts.raise(AlertKind.GONE, contact, null));
    }

    /** What was counted is forgotten: whoever enables it again begins anew. */
    private Uni<Optional<Contact>> disable(UUID owner, UUID endpoint, String reason) {
        return health.clear(endpoint).chain(() -> endpoints.disable(owner, endpoint, reason));
    }
}
