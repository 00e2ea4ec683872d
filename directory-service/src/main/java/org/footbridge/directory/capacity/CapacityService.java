package org.footbridge.directory.capacity;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.directory.DirectoryConfig;
import org.footbridge.directory.announcing.Announcer;
import org.jboss.logging.Logger;

@ApplicationScoped
public class CapacityService {
    private static final Logger LOG = Logger.getLogger(CapacityService.class);

    private final CapacityRepository repository;
    private final Announcer announcer;
    private final Freshness freshness;
    private final Clock clock;

    public CapacityService(CapacityRepository repository, Announcer announcer, DirectoryConfig config, Clock clock) {
        this.repository = repository;
        this.announcer = announcer;
        this.freshness = new Freshness(config.capacityFreshFor());
        this.clock = clock;
    }

    /** A capacity and its version. */
    public record Versioned(CapacityView view, long version) {}

    /** 404 for a service that the public does not see. */
    @WithTransaction
    public Uni<Versioned> read(UUID service) {
        return repository
                .isPublic(service)
                .chain(visible -> visible
                        ? repository.findById(service)
                        : Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(CapacityService::notFound)
                .map(this::versioned);
    }

    /**
     * The agency says how much room there is now.
     *
     * @param agency the caller's organization, {@code null} for a caller without one; a stranger gets 404
     * @param expected the version that If-Match names
     */
    @WithTransaction
    public Uni<Versioned> confirm(UUID service, CapacityRequest request, UUID agency, long expected) {
        List<Fault> contradictions = request.contradictions();
        return own(service, agency)
                .invoke(capacity -> Version.require(expected, capacity.version()))
                .invoke(() -> refuse(contradictions))
                .call(capacity -> change(capacity, request))
                .map(this::versioned);
    }

    private Uni<Capacity> own(UUID service, UUID agency) {
        if (agency == null) {
            return Uni.createFrom().failure(notFound());
        }
        return repository
                .belongsTo(service, agency)
                .chain(mine ->
                        mine ? repository.findById(service) : Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(CapacityService::notFound);
    }

    private Uni<Void> change(Capacity capacity, CapacityRequest request) {
        Instant now = clock.instant();
        capacity.confirm(request, now);
        LOG.infof("capacity of service %s is %s", capacity.serviceId(), request.status());
        return repository
                .flush()
                .chain(() -> repository.touchService(capacity.serviceId(), now))
                .chain(() -> announcer.servicesChanged(List.of(capacity.serviceId())));
    }

    private Versioned versioned(Capacity capacity) {
        String status = capacity.status() == null ? null : capacity.status().name();
        boolean stale = freshness.stale(capacity.confirmedAt(), clock.instant());
        CapacityView view = new CapacityView(
                status == null ? CapacityView.UNKNOWN : status,
                capacity.available(),
                capacity.waitDays(),
                capacity.confirmedAt(),
                stale,
                capacity.waiting(),
                capacity.checkInOn());
        return new Versioned(view, capacity.version());
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, "The numbers contradict the status.", faults);
        }
    }

    private static Problem notFound() {
        return CommonProblem.NOT_FOUND.because("There is no such service of this caller.");
    }
}
