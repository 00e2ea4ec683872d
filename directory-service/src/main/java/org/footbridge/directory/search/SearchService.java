package org.footbridge.directory.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.directory.DirectoryConfig;
import org.footbridge.directory.capacity.Freshness;

@ApplicationScoped
public class SearchService {
    private final SearchRepository repository;
    private final Cursors cursors;
    private final Freshness freshness;
    private final Clock clock;

    public SearchService(SearchRepository repository, Cursors cursors, DirectoryConfig config, Clock clock) {
        this.repository = repository;
        this.cursors = cursors;
        this.freshness = new Freshness(config.capacityFreshFor());
        this.clock = clock;
    }

    /** The services that are not known to misfit, those of which most is known to fit first. */
    @WithTransaction
    Uni<Page<SearchHit>> search(SearchTermsReader.Read read) {
        Instant now = clock.instant();
        String list = read.terms().identity();
        SearchSql search = new SearchSql(read.terms(), freshness.oldest(now));
        if (read.cursor() != null) {
            List<String> key = cursors.decode(list, read.cursor());
            search.after(new SearchSql.SortKey(key.get(0), key.get(1), key.get(2), key.get(3)));
        }
        return repository.find(search, read.limit() + 1).map(rows -> {
            List<SearchRow> shown = rows.size() > read.limit() ? rows.subList(0, read.limit()) : rows;
            String next = rows.size() > read.limit()
                    ? cursors.encode(list, shown.getLast().sortKey())
                    : null;
            return new Page<>(
                    shown.stream()
                            .map(row -> row.hit(search.asked(), freshness, now))
                            .toList(),
                    next);
        });
    }

    /** One service as a search would show it. */
    @WithTransaction
    Uni<SearchHit> one(UUID service) {
        return repository
                .one(service)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such service."))
                .map(row -> row.hit(List.of(), freshness, clock.instant()));
    }
}
