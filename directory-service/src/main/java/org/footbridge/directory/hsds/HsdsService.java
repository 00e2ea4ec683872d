package org.footbridge.directory.hsds;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;

@ApplicationScoped
class HsdsService {
    private final HsdsRepository repository;

    HsdsService(HsdsRepository repository) {
        this.repository = repository;
    }

    /** A page in its envelope, as JSON text. */
    @WithTransaction
    public Uni<String> page(HsdsQuery query) {
        return repository
                .count(query)
                .chain(total -> repository.page(query).map(contents -> HsdsPage.json(query, total, contents)));
    }

    /** One piece of a stream; its own transaction, so that a slow reader holds none open. */
    @WithTransaction
    public Uni<List<HsdsRepository.Line>> batch(HsdsQuery query, HsdsRepository.Line after, int size) {
        return repository.batch(query, after, size);
    }

    /** Fails with 404 where there is none. */
    @WithTransaction
    public Uni<String> one(HsdsView view, HsdsForm form, UUID id) {
        return repository
                .one(view, form, id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("The directory has no such record."));
    }
}
