package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.notification.endpoint.Choice;
import org.footbridge.notification.endpoint.EndpointService;

/** What an owner does about deliveries that did not arrive, and about content that shall not be kept. */
@ApplicationScoped
public class RepairService {
    static final int MOST_AT_ONCE = 10_000;

    private final DeliveryRepository deliveries;
    private final MessageRepository messages;
    private final PlacementAccessRepository access;
    private final EndpointService endpoints;
    private final SendingOrder order;
    private final Clock clock;

    public RepairService(
            DeliveryRepository deliveries,
            MessageRepository messages,
            PlacementAccessRepository access,
            EndpointService endpoints,
            SendingOrder order,
            Clock clock) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.access = access;
        this.endpoints = endpoints;
        this.order = order;
        this.clock = clock;
    }

    /** Sends again what came to an end without arriving. */
    @WithTransaction
    Uni<Integer> recover(UUID owner, UUID endpoint, RepairRequest span) {
        Instant now = clock.instant();
        return endpoints
                .requireEnabled(owner, endpoint)
                .chain(() -> deliveries.begin(owner, endpoint, span.since(), span.until(now), now))
                .call(() -> order.queueFirsts(endpoint, now));
    }

    /** Sends what the endpoint wants and has never been sent, for example from before it was enabled. */
    @WithTransaction
    Uni<Integer> replayMissing(UUID owner, UUID endpoint, RepairRequest span) {
        Instant now = clock.instant();
        return endpoints
                .requireEnabled(owner, endpoint)
                .chain(() -> order.lock("webhook_replay/" + endpoint))
                .chain(() -> endpoints.choice(owner, endpoint))
                .chain(choice -> insertMissing(choice, span, now))
                .call(() -> order.queueFirsts(endpoint, now));
    }

    private Uni<Integer> insertMissing(Choice choice, RepairRequest span, Instant now) {
        return messages.insertMissing(choice, span.since(), span.until(now), now, MOST_AT_ONCE);
    }

    /** Takes the content away wherever the owner has it; the row keeps who was told of what, when, and who took it away. */
    @WithTransaction
    Uni<Delivery> expunge(UUID owner, UUID endpoint, UUID id, String by) {
        return endpoints
                .requireKnown(owner, endpoint)
                .chain(() -> deliveries.locked(owner, endpoint, id))
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("The endpoint has no such delivery."))
                .invoke(delivery -> delivery.expunge(by, clock.instant()))
                .call(delivery -> deliveries.flush())
                .call(delivery -> messages.expunge(owner, delivery.eventId()))
                .call(delivery -> deliveries.expungeOthers(delivery, by, clock.instant()))
                .call(this::requireNoneOnItsWay)
                .call(delivery -> deliveries.expungeAnswers(delivery));
    }

    /** After the others: one that is made due again meanwhile is seen, and nothing is taken away then. */
    private Uni<Void> requireNoneOnItsWay(Delivery delivery) {
        return deliveries
                .isPendingElsewhere(delivery)
                .invoke(pending -> {
                    if (pending) {
                        throw DeliveryProblem.DELIVERY_PENDING.because(
                                "The same event is on its way to another endpoint"
                                        + " of the caller: disable that first, or wait for its end.");
                    }
                })
                .replaceWithVoid();
    }

    /** A delivery as its owner may read it now. */
    record Shown(Delivery delivery, List<Attempt> attempts, boolean whole) {
        DeliveryResponse response() {
            return whole ? DeliveryResponse.whole(delivery, attempts) : DeliveryResponse.from(delivery, attempts);
        }
    }

    /** With its body, unless it is of a placement that the agency may no longer hear of, and with its attempts. */
    @WithTransaction
    Uni<Shown> read(UUID owner, UUID endpoint, UUID id) {
        return endpoints
                .requireKnown(owner, endpoint)
                .chain(() -> deliveries.locked(owner, endpoint, id))
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("The endpoint has no such delivery."))
                .chain(delivery -> access.mayHear(delivery).chain(whole -> deliveries
                        .attempts(owner, List.of(delivery.id()))
                        .map(attempts -> new Shown(delivery, attempts, whole))));
    }
}
