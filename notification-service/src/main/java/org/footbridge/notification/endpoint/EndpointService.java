package org.footbridge.notification.endpoint;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Problem;

/** What an owner does with its endpoints, and what deliveries need of them. */
@ApplicationScoped
public class EndpointService {
    private static final Duration UPKEEP = Duration.ofDays(1);

    private final EndpointRepository endpoints;
    private final SecretVault vault;
    private final EndpointRules rules;
    private final EndpointConfig config;
    private final Outbox outbox;
    private final WorkQueueService queue;
    private final Clock clock;

    public EndpointService(
            EndpointRepository endpoints,
            SecretVault vault,
            EndpointRules rules,
            EndpointConfig config,
            Outbox outbox,
            WorkQueueService queue,
            Clock clock) {
        this.endpoints = endpoints;
        this.vault = vault;
        this.rules = rules;
        this.config = config;
        this.outbox = outbox;
        this.queue = queue;
        this.clock = clock;
    }

    /** An endpoint together with the secret that is shown once. */
    record Registered(Endpoint endpoint, String secret) {}

    /** An endpoint that wants an event, and whether it wants the order of each referral kept. */
    public record Listener(UUID endpoint, boolean ordered) {}

    @WithTransaction
    Uni<Registered> register(Owner owner, CreateEndpointRequest request) {
        rules.require(request);
        EndpointSecret secret = EndpointSecret.fresh(request.scheme());
        Endpoint endpoint = Endpoint.register(owner, request, secret, vault, clock.instant());
        return endpoints
                .countLocked(owner.id())
                .invoke(this::requireRoom)
                .chain(() -> endpoints.persistAndFlush(endpoint))
                .call(saved -> queue.put(saved.upkeep(), clock.instant().plus(UPKEEP)))
                .map(saved -> new Registered(saved, secret.shown()));
    }

    @WithTransaction
    Uni<Endpoint> read(UUID owner, UUID id) {
        return endpoints.find(owner, id).onItem().ifNull().failWith(EndpointService::unknown);
    }

    @WithTransaction
    Uni<List<Endpoint>> list(UUID owner, UUID after, int size) {
        return endpoints.page(owner, after, size);
    }

    @WithTransaction
    Uni<Endpoint> change(UUID owner, UUID id, long expected, ChangeEndpointRequest request) {
        rules.require(request);
        return read(owner, id)
                .invoke(endpoint -> Version.require(expected, endpoint.version()))
                .invoke(endpoint -> rules.requireSecretsSaidAnew(endpoint, request))
                .invoke(endpoint -> endpoint.change(request, vault, clock.instant()))
                .call(endpoints::flush);
    }

    @WithTransaction
    Uni<Void> remove(UUID owner, UUID id, long expected) {
        return read(owner, id)
                .invoke(endpoint -> Version.require(expected, endpoint.version()))
                .chain(endpoints::remove);
    }

    /** Without If-Match: whoever rotates a leaked secret shall not have to read first. */
    @WithTransaction
    Uni<Registered> rotate(UUID owner, UUID id, Rotation wanted) {
        Instant now = clock.instant();
        Duration overlap =
                wanted.overlapSeconds() == null ? config.secretOverlap() : Duration.ofSeconds(wanted.overlapSeconds());
        return read(owner, id)
                .map(endpoint -> {
                    EndpointSecret secret = EndpointSecret.fresh(
                            wanted.signature() == null
                                    ? endpoint.secrets().scheme()
                                    : SignatureScheme.of(wanted.signature()));
                    endpoint.rotate(secret, vault, now.plus(overlap), now);
                    return new Registered(endpoint, secret.shown());
                })
                .call(endpoints::flush);
    }

    /** Once a day: secrets that no longer count are wiped, the others are sealed with the newest key. */
    @WithTransaction
    Uni<Void> lookAfter(WorkItem work) {
        UUID owner = work.agency() == null ? work.tenant() : work.agency();
        Instant now = clock.instant();
        return endpoints.find(owner, work.id()).chain(endpoint -> {
            if (endpoint == null) {
                return queue.finishHeld(work);
            }
            endpoint.tidy(vault, now);
            return endpoints.flush().chain(() -> queue.postponeHeld(work, now.plus(UPKEEP)));
        });
    }

    /** The owner's enabled endpoints that want the event posted; empty where the owner has no endpoint at all. */
    @WithTransaction
    public Uni<Optional<List<Listener>>> audience(UUID owner, Subject subject) {
        return endpoints.all(owner).map(all -> all.isEmpty() ? Optional.empty() : Optional.of(listening(all, subject)));
    }

    private static List<Listener> listening(List<Endpoint> all, Subject subject) {
        return all.stream()
                .filter(endpoint -> endpoint.wants(subject))
                .map(endpoint -> new Listener(endpoint.id(), endpoint.isOrdered()))
                .toList();
    }

    /** Where to deliver to; {@code null} where the endpoint is gone. */
    @WithTransaction
    public Uni<Target> target(UUID owner, UUID id) {
        return endpoints
                .find(owner, id)
                .map(endpoint -> endpoint == null ? null : endpoint.target(vault, clock.instant()));
    }

    /** Where to deliver to, of those endpoints that are there. */
    @WithTransaction
    public Uni<Map<UUID, Target>> targets(UUID owner, Set<UUID> ids) {
        Instant now = clock.instant();
        return endpoints.find(owner, ids).map(found -> found.stream()
                .collect(Collectors.toMap(Endpoint::id, endpoint -> endpoint.target(vault, now))));
    }

    /** Fails with 404 or 409 where the owner has no such endpoint or has it disabled. */
    @WithTransaction
    public Uni<Void> requireEnabled(UUID owner, UUID id) {
        return read(owner, id)
                .invoke(endpoint -> {
                    if (endpoint.isPullOnly()) {
                        throw EndpointProblem.PULL_ONLY.because("Give it a URL first, or fetch its messages.");
                    }
                    if (!endpoint.isEnabled()) {
                        throw EndpointProblem.ENDPOINT_DISABLED.because("Enable it first.");
                    }
                })
                .replaceWithVoid();
    }

    /** What the endpoint wants; 404 where the owner has no such endpoint. */
    @WithTransaction
    public Uni<Choice> choice(UUID owner, UUID id) {
        return read(owner, id).map(Endpoint::choice);
    }

    /** Fails with 404 where the owner has no such endpoint. */
    @WithTransaction
    public Uni<Void> requireKnown(UUID owner, UUID id) {
        return read(owner, id).replaceWithVoid();
    }

    /** Stops an endpoint, says so on the bus, and tells whom to write to; empty where it is gone or stopped already. */
    @WithTransaction
    public Uni<Optional<Contact>> disable(UUID owner, UUID id, String reason) {
        return endpoints
                .find(owner, id)
                .chain(endpoint -> endpoint == null || !endpoint.isEnabled()
                        ? Uni.createFrom().item(Optional.empty())
                        : outbox.publish(endpoint.disable(reason, clock.instant()))
                                .replaceWith(Optional.of(endpoint.contact())));
    }

    /** Says on the bus that an endpoint fails, and tells whom to write to. */
    @WithTransaction
    public Uni<Optional<Contact>> warn(UUID owner, UUID id, Instant since, Instant disabledAt) {
        return endpoints
                .find(owner, id)
                .chain(endpoint -> endpoint == null || !endpoint.isEnabled()
                        ? Uni.createFrom().item(Optional.empty())
                        : outbox.publish(endpoint.failing(since, disabledAt, clock.instant()))
                                .replaceWith(Optional.of(endpoint.contact())));
    }

    private void requireRoom(long count) {
        if (count >= config.perOwner()) {
            throw EndpointProblem.TOO_MANY_ENDPOINTS.because(
                    "An agency or a district may have " + config.perOwner() + ". Remove one that is no longer needed.");
        }
    }

    private static Problem unknown() {
        return CommonProblem.NOT_FOUND.because("The caller has no such endpoint.");
    }
}
