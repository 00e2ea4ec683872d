package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.directory.announcing.Announcer;
import org.jboss.logging.Logger;

/** Who says that an entry is right, and asking again when nobody has for too long. */
@ApplicationScoped
class VerificationService {
    static final WorkKind ROUND = new WorkKind("verification-round");

    private static final Logger LOG = Logger.getLogger(VerificationService.class);
    private static final int AT_ONCE = 200;

    private final VerificationRepository verifications;
    private final SourcesRepository sources;
    private final Entries entries;
    private final Announcer announcer;
    private final WorkQueueService queue;
    private final TruthConfig config;
    private final Clock clock;

    VerificationService(
            VerificationRepository verifications,
            SourcesRepository sources,
            Entries entries,
            Announcer announcer,
            WorkQueueService queue,
            TruthConfig config,
            Clock clock) {
        this.verifications = verifications;
        this.sources = sources;
        this.entries = entries;
        this.announcer = announcer;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    /** 404 for a service that the public does not see. */
    @WithTransaction
    Uni<Verification> read(UUID service) {
        return entries.requirePublic(service).chain(() -> current(service));
    }

    /** Where the caller's entry comes from; 404 for one that is not the caller's. */
    @WithTransaction
    Uni<ServiceSources> sources(UUID service, Caller caller) {
        return entries.requireOwn(service, caller).chain(() -> sources.read(service));
    }

    /** The caller says that the entry is right as of now; 404 for one that is not the caller's. */
    @WithTransaction
    Uni<Verification> verify(UUID service, Caller caller, long expected) {
        Instant now = clock.instant();
        String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        return entries.requireOwn(service, caller)
                .chain(() -> current(service))
                .invoke(before -> Version.require(expected, before.version()))
                .chain(before -> verifications.verify(
                        service, caller.isPlatform() ? "platform" : "agency", before.version(), now))
                .invoke(written -> {
                    if (!written) {
                        throw CommonProblem.STALE.because("Somebody verified it at the same time.");
                    }
                })
                .chain(() -> verifications.assure(service, day, now))
                .chain(() -> announcer.servicesChanged(List.of(service)))
                .chain(() -> current(service))
                .invoke(() -> LOG.infof("service %s is verified", service));
    }

    /** Asks the agencies of the next stale entries by event; comes again at once while there are more, else tomorrow. */
    @WithTransaction
    Uni<Void> round(WorkItem work) {
        Instant now = clock.instant();
        return verifications
                .ask(now.minus(config.verifiedFor()), now.minus(config.askAgainAfter()), now, AT_ONCE)
                .call(announcer::verificationsDue)
                .chain(asked ->
                        queue.postponeHeld(work, asked.size() == AT_ONCE ? now : now.plus(config.roundEvery())));
    }

    private Uni<Verification> current(UUID service) {
        return verifications.read(service, config.verifiedFor(), clock.instant());
    }
}
