package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.messaging.outbox.TraceContext;
import org.footbridge.notification.endpoint.EndpointService;
import org.footbridge.notification.endpoint.EndpointService.Listener;
import org.footbridge.notification.endpoint.Owner;

/** Turns one event into what is known of access, and into one delivery per endpoint that wants it. */
@ApplicationScoped
public class FanOutService {
    private final PlacementAccessRepository access;
    private final EndpointService endpoints;
    private final MessageRepository messages;
    private final SendingOrder sending;
    private final TraceContext trace;
    private final Clock clock;

    public FanOutService(
            PlacementAccessRepository access,
            EndpointService endpoints,
            MessageRepository messages,
            SendingOrder sending,
            TraceContext trace,
            Clock clock) {
        this.access = access;
        this.endpoints = endpoints;
        this.messages = messages;
        this.sending = sending;
        this.trace = trace;
        this.clock = clock;
    }

    /** Takes effect of the event, in the transaction that marks it as seen. */
    @WithTransaction
    public Uni<Void> spread(Event event) {
        ReferralNews news = new ReferralNews(event, trace.traceparent());
        return remember(news.placements()).chain(() -> tellDistrict(news)).chain(() -> tellAgency(news));
    }

    /** What waits for an agency in the directory, in the same way; nobody hears of it where no agency takes part. */
    @WithTransaction
    public Uni<Void> tellAgencyOf(Event event) {
        if (event.agencyId() == null) {
            return Uni.createFrom().voidItem();
        }
        DirectoryNews news = new DirectoryNews(event, trace.traceparent());
        Owner agency = new Owner(null, event.agencyId());
        return actFor(event.agencyId())
                .chain(() -> enqueue(news, agency, WebhookBody.ofDirectory(news).json()));
    }

    private Uni<Void> remember(List<PlacementAccess> placements) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (PlacementAccess placement : placements) {
            chain = chain.chain(() -> access.remember(placement));
        }
        return chain;
    }

    private Uni<Void> tellDistrict(ReferralNews news) {
        Owner district = new Owner(news.event().tenantId(), null);
        String body = WebhookBody.forDistrict(news.event(), news.placement().orElse(null))
                .json();
        return enqueue(news, district, body);
    }

    private Uni<Void> tellAgency(ReferralNews news) {
        return news.ofAgency()
                .map(placement -> actFor(placement.agencyId())
                        .chain(() -> enqueue(
                                news,
                                new Owner(null, placement.agencyId()),
                                WebhookBody.forAgency(news.event(), placement).json())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> enqueue(News news, Owner owner, String body) {
        return endpoints
                .audience(owner.id(), news.subject())
                .chain(audience -> audience.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : messages.insert(news, owner, body, clock.instant())
                                .chain(() -> enqueueAll(news, owner, body, audience.get())));
    }

    private Uni<Void> enqueueAll(News news, Owner owner, String body, List<Listener> listening) {
        Instant now = clock.instant();
        return sending.enqueueAll(listening.stream()
                .map(listener -> Delivery.of(news, owner, listener, body, now))
                .toList());
    }

    /** The event's tenant is set already; endpoints and deliveries of an agency belong to it. */
    private static Uni<Void> actFor(UUID agency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select set_config('footbridge.agency', :agency, true)")
                        .setParameter("agency", agency.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
