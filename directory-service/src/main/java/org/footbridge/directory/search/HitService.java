package org.footbridge.directory.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.footbridge.directory.DirectoryConfig;
import org.footbridge.directory.capacity.Freshness;
import org.footbridge.directory.responsiveness.ResponsivenessService;

/** Makes hits of rows: with what is known of each service beside the row. */
@ApplicationScoped
public class HitService {
    private final ResponsivenessService responsiveness;
    private final Freshness freshness;
    private final Clock clock;

    HitService(ResponsivenessService responsiveness, DirectoryConfig config, Clock clock) {
        this.responsiveness = responsiveness;
        this.freshness = new Freshness(config.capacityFreshFor());
        this.clock = clock;
    }

    /** In the same order. */
    @WithTransaction
    Uni<List<SearchHit>> of(List<SearchRow> rows, List<String> asked) {
        Instant now = clock.instant();
        return responsiveness.of(rows.stream().map(SearchRow::service).toList()).map(figures -> rows.stream()
                .map(row -> row.hit(asked, freshness, now, figures.get(row.service())))
                .toList());
    }
}
