package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** What may be there twice, and what only looks so. */
@ApplicationScoped
class DuplicateService {
    private final DuplicateRepository duplicates;
    private final Clock clock;

    DuplicateService(DuplicateRepository duplicates, Clock clock) {
        this.duplicates = duplicates;
        this.clock = clock;
    }

    @WithTransaction
    Uni<List<Duplicate>> list(UUID first, UUID second, int size) {
        return duplicates.list(first, second, size);
    }

    /** 404 where one is not there. Said again, it stays as it was said first. */
    @WithTransaction
    Uni<Dismissed> dismiss(DismissalRequest wanted, Caller caller) {
        if (wanted.first().equals(wanted.second())) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "A service cannot be told apart from itself.",
                    List.of(new Fault("/second", "itself", "Name the other service.")));
        }
        return duplicates
                .dismiss(wanted.first(), wanted.second(), caller.subject(), clock.instant())
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There are no two such services."))
                .map(at -> new Dismissed(wanted.first(), wanted.second(), at));
    }
}
