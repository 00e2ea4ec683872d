package org.footbridge.directory.importing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** The sources of files. */
@ApplicationScoped
class SourceService {
    private static final String NUL = "It holds the character NUL.";

    private final SourceRepository sources;
    private final Clock clock;

    SourceService(SourceRepository sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** 409 where the code is taken. */
    @WithTransaction
    Uni<ImportSource> create(SourceRequest wanted) {
        UUID id = Ids.next();
        refuse(wanted);
        return free(wanted, id)
                .chain(() -> sources.insert(id, wanted, clock.instant()))
                .chain(() -> read(id));
    }

    @WithTransaction
    Uni<ImportSource> read(UUID id) {
        return sources.find(id).map(found -> {
            if (found.isEmpty()) {
                throw CommonProblem.NOT_FOUND.because("There is no such source.");
            }
            return found.getFirst();
        });
    }

    /** 412 where it was changed since it was read. */
    @WithTransaction
    Uni<ImportSource> change(UUID id, SourceRequest wanted, long expected) {
        return read(id).invoke(source -> Version.require(expected, source.version()))
                .invoke(() -> refuse(wanted))
                .call(() -> free(wanted, id))
                .chain(source -> sources.update(id, wanted, source.version()))
                .invoke(changed -> {
                    if (changed == 0) {
                        throw CommonProblem.STALE.because("Somebody changed the source at the same time.");
                    }
                })
                .chain(() -> read(id));
    }

    @WithTransaction
    Uni<List<ImportSource>> page(UUID after, int size) {
        return sources.page(after, size);
    }

    private static void refuse(SourceRequest wanted) {
        List<Fault> faults = new ArrayList<>();
        if (wanted.name().indexOf(0) >= 0) {
            faults.add(new Fault("/name", "nul", NUL));
        }
        if (wanted.mapping() != null) {
            faults.addAll(wanted.mapping().faults());
            if (wanted.mapping().toString().indexOf(0) >= 0) {
                faults.add(new Fault("/mapping", "nul", NUL));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }

    private Uni<Void> free(SourceRequest wanted, UUID id) {
        return sources.isTaken(wanted.code(), id)
                .invoke(taken -> {
                    if (taken) {
                        throw CommonProblem.ALREADY_EXISTS.because("Another source has this code.");
                    }
                })
                .replaceWithVoid();
    }
}
