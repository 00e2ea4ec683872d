package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.directory.announcing.Announcer;
import org.jboss.logging.Logger;

/** What is there twice, made one; and what readers of copies have to know of it. */
@ApplicationScoped
class MergeService {
    private static final Logger LOG = Logger.getLogger(MergeService.class);

    private final MergeRepository merges;
    private final Announcer announcer;
    private final Clock clock;

    MergeService(MergeRepository merges, Announcer announcer, Clock clock) {
        this.merges = merges;
        this.announcer = announcer;
        this.clock = clock;
    }

    @WithTransaction
    Uni<List<Change>> changes(Instant from, Instant at, UUID after, int size) {
        return merges.changes(from, at, after, size);
    }

    /** 404 where one is not there, 409 where one was merged before or is seen by others. */
    @WithTransaction
    Uni<Merged> merge(UUID id, UUID kept, Caller caller) {
        if (id.equals(kept)) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "A service cannot be merged into itself.",
                    List.of(new Fault("/into", "itself", "Name the other service.")));
        }
        Instant now = clock.instant();
        return merges.lock(id, kept)
                .invoke(found -> {
                    if (found.size() < 2) {
                        throw CommonProblem.NOT_FOUND.because("There are no two such services.");
                    }
                })
                .chain(() -> merges.isMerged(id, kept))
                .invoke(merged -> {
                    if (merged) {
                        throw CommonProblem.CONFLICT.because("One of the two was merged into another already.");
                    }
                })
                .chain(() -> merges.areSeenAlike(id, kept))
                .invoke(alike -> {
                    if (!alike) {
                        throw CommonProblem.CONFLICT.because(
                                "Others see the one than the other, or another district curates it.");
                    }
                })
                .chain(() -> merges.merge(id, kept, caller.subject(), now))
                .chain(() -> announcer.servicesChanged(List.of(id, kept)))
                .invoke(() -> LOG.infof("service %s is merged into %s", id, kept))
                .replaceWith(new Merged(id, kept, now));
    }
}
