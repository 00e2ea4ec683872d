package org.footbridge.notification.endpoint;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.notification.egress.TargetUrl;
import org.footbridge.notification.egress.UrlRules;

/** What an agency does with its endpoints, and what deliveries need of them. */
@ApplicationScoped
public class EndpointService {
    private final EndpointRepository endpoints;
    private final SecretVault vault;
    private final UrlRules rules;
    private final EndpointConfig config;
    private final Outbox outbox;
    private final Clock clock;

    public EndpointService(
            EndpointRepository endpoints,
            SecretVault vault,
            UrlRules rules,
            EndpointConfig config,
            Outbox outbox,
            Clock clock) {
        this.endpoints = endpoints;
        this.vault = vault;
        this.rules = rules;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** An endpoint together with the secret that is shown once. */
    record Registered(Endpoint endpoint, String secret) {}

    /** A rotated secret and the end of the old one. */
    record Rotated(String secret, Instant previousValidUntil, long version) {}

    @WithTransaction
    Uni<Registered> register(UUID agency, CreateEndpointRequest request) {
        requireAcceptable(request.url(), request.eventTypes());
        Endpoint endpoint =
                Endpoint.register(agency, request.url(), request.description(), request.eventTypes(), clock.instant());
        EndpointSecret secret = EndpointSecret.fresh();
        endpoint.sealWith(vault.seal(secret.key(), endpoint.id().toString()));
        return endpoints
                .countLocked(agency)
                .invoke(this::requireRoom)
                .chain(() -> endpoints.persistAndFlush(endpoint))
                .map(saved -> new Registered(saved, secret.shown()));
    }

    @WithTransaction
    Uni<Endpoint> read(UUID agency, UUID id) {
        return endpoints.find(agency, id).onItem().ifNull().failWith(EndpointService::unknown);
    }

    @WithTransaction
    Uni<List<Endpoint>> list(UUID agency, UUID after, int size) {
        return endpoints.page(agency, after, size);
    }

    @WithTransaction
    Uni<Endpoint> change(UUID agency, UUID id, long expected, ChangeEndpointRequest request) {
        requireAcceptable(request.url(), request.eventTypes());
        return read(agency, id)
                .invoke(endpoint -> Version.require(expected, endpoint.version()))
                .invoke(endpoint -> endpoint.change(request, clock.instant()))
                .call(endpoints::flush);
    }

    @WithTransaction
    Uni<Void> remove(UUID agency, UUID id, long expected) {
        return read(agency, id)
                .invoke(endpoint -> Version.require(expected, endpoint.version()))
                .chain(endpoints::delete);
    }

    @WithTransaction
    Uni<Rotated> rotate(UUID agency, UUID id) {
        Instant now = clock.instant();
        Instant oldUntil = now.plus(config.secretOverlap());
        EndpointSecret secret = EndpointSecret.fresh();
        return read(agency, id)
                .invoke(endpoint -> endpoint.rotate(vault.seal(secret.key(), id.toString()), oldUntil, now))
                .call(endpoints::flush)
                .map(endpoint -> new Rotated(secret.shown(), oldUntil, endpoint.version()));
    }

    /** The agency's enabled endpoints that want the event. */
    @WithTransaction
    public Uni<List<UUID>> listening(UUID agency, String publicName) {
        return endpoints.enabled(agency).map(all -> all.stream()
                .filter(endpoint -> endpoint.wants(publicName))
                .map(Endpoint::id)
                .toList());
    }

    /** Where to deliver to; {@code null} where the endpoint is gone. */
    @WithTransaction
    public Uni<Target> target(UUID agency, UUID id) {
        return endpoints.find(agency, id).map(endpoint -> endpoint == null ? null : opened(endpoint));
    }

    /** Fails with 404 or 409 where the agency has no such endpoint or has it disabled. */
    @WithTransaction
    public Uni<Void> requireEnabled(UUID agency, UUID id) {
        return read(agency, id)
                .invoke(endpoint -> {
                    if (!endpoint.isEnabled()) {
                        throw EndpointProblem.ENDPOINT_DISABLED.because("Enable it first.");
                    }
                })
                .replaceWithVoid();
    }

    /** Fails with 404 where the agency has no such endpoint. */
    @WithTransaction
    public Uni<Void> requireKnown(UUID agency, UUID id) {
        return read(agency, id).replaceWithVoid();
    }

    /** Stops an endpoint that said it is gone, and says so on the bus. */
    @WithTransaction
    public Uni<Void> disableGone(UUID agency, UUID id) {
        return endpoints
                .find(agency, id)
                .chain(endpoint -> endpoint == null || !endpoint.isEnabled()
                        ? Uni.createFrom().voidItem()
                        : outbox.publish(endpoint.disable("GONE", clock.instant())));
    }

    private Target opened(Endpoint endpoint) {
        List<byte[]> keys = endpoint.sealedSecrets(clock.instant()).stream()
                .map(stored -> vault.open(stored, endpoint.id().toString()))
                .toList();
        return new Target(endpoint.url(), endpoint.isEnabled(), keys);
    }

    private void requireRoom(long count) {
        if (count >= config.perAgency()) {
            throw EndpointProblem.TOO_MANY_ENDPOINTS.because(
                    "An agency may have " + config.perAgency() + ". Remove one that is no longer needed.");
        }
    }

    private void requireAcceptable(String url, List<String> eventTypes) {
        List<Fault> faults = new ArrayList<>();
        if (url != null) {
            try {
                rules.require(url);
            } catch (TargetUrl.Refused e) {
                faults.add(new Fault("/url", e.code(), e.getMessage()));
            }
        }
        List<String> types = eventTypes == null ? List.of() : eventTypes;
        for (int i = 0; i < types.size(); i++) {
            if (!EventFilter.isKnown(types.get(i))) {
                faults.add(new Fault("/eventTypes/" + i, "unknown-event-type", "There is no such event type."));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }

    private static Problem unknown() {
        return CommonProblem.NOT_FOUND.because("The agency has no such endpoint.");
    }
}
