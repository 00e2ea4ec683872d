package org.footbridge.directory.crisis;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class CrisisLineService {
    private final CrisisLineRepository repository;

    public CrisisLineService(CrisisLineRepository repository) {
        this.repository = repository;
    }

    @WithTransaction
    public Uni<CrisisLines> all() {
        return repository
                .listAll(Sort.by("position"))
                .map(lines ->
                        new CrisisLines(lines.stream().map(CrisisLine::response).toList()));
    }
}
