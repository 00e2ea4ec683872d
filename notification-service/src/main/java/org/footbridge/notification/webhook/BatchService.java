package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.notification.endpoint.EndpointService;
import org.footbridge.notification.endpoint.Target;
import org.footbridge.notification.health.HealthService;

/**
 * The plain case of {@link AttemptService} and {@link OutcomeService}, for many works of one owner at once: a well endpoint
 * without a throttle, and a receiver that takes the delivery. Whatever is not plain is left out of the answer (ADR 054).
 */
@ApplicationScoped
public class BatchService {
    private final DeliveryBatchRepository deliveries;
    private final EndpointService endpoints;
    private final HealthService health;
    private final Clock clock;

    public BatchService(
            DeliveryBatchRepository deliveries, EndpointService endpoints, HealthService health, Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.health = health;
        this.clock = clock;
    }

    /** The calls that can be made now. */
    @WithTransaction
    Uni<Map<WorkItem, Call>> prepare(List<WorkItem> works) {
        UUID owner = AttemptService.owner(works.getFirst());
        Map<UUID, WorkItem> byId = works.stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
        Set<UUID> lanes = works.stream().map(WorkItem::lane).collect(Collectors.toSet());
        return wellTargets(owner, lanes).chain(targets -> deliveries
                .ready(owner, List.copyOf(byId.keySet()))
                .map(ready -> ready.stream()
                        .filter(delivery -> targets.containsKey(delivery.endpointId()))
                        .collect(Collectors.toMap(
                                delivery -> byId.get(delivery.id()), delivery -> call(delivery, targets)))));
    }

    private Uni<Map<UUID, Target>> wellTargets(UUID owner, Set<UUID> ids) {
        return health.sick(ids).chain(sick -> endpoints.targets(owner, ids).map(targets -> {
            Map<UUID, Target> well = new HashMap<>(targets);
            well.values().removeIf(target -> !target.enabled() || target.maxPerSecond() != null);
            sick.forEach((id, pulse) -> {
                if (pulse.heldUntil()
                        != null) { // also where that has just ended: who then tries first is decided one by one
                    well.remove(id);
                }
            });
            return well;
        }));
    }

    private Call call(Delivery delivery, Map<UUID, Target> targets) {
        return Call.of(delivery, targets.get(delivery.endpointId()), clock.instant());
    }

    /** What a record leaves to do: whether the endpoint had been sick until now. */
    enum Recorded {
        DONE,
        RECOVERED
    }

    /** Records the calls that were taken. */
    @WithTransaction
    Uni<Map<Made, Recorded>> record(List<Made> calls) {
        UUID owner = AttemptService.owner(calls.getFirst().work());
        Instant now = clock.instant();
        return deliveries
                .delivered(owner, calls.stream().map(Made::taken).toList(), now)
                .chain(ended -> health.sick(
                                calls.stream().map(made -> made.work().lane()).collect(Collectors.toSet()))
                        .map(sick -> recorded(calls, ended, sick.keySet())));
    }

    private static Map<Made, Recorded> recorded(List<Made> calls, Set<UUID> ended, Set<UUID> sick) {
        Map<Made, Recorded> recorded = new HashMap<>();
        calls.stream()
                .filter(made -> ended.contains(made.work().id()))
                .forEach(made ->
                        recorded.put(made, sick.contains(made.work().lane()) ? Recorded.RECOVERED : Recorded.DONE));
        return recorded;
    }

    /** The endpoint of a delivery that was taken is well again. */
    @WithTransaction
    Uni<Void> recovered(UUID endpoint) {
        return health.succeeded(Delivery.WORK, endpoint);
    }
}
