package org.footbridge.directory.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.directory.crisis.CrisisLineService;
import org.footbridge.directory.crisis.CrisisLines;

@ApplicationScoped
public class SearchService {
    private static final int SORT_KEY = 5;

    private final SearchRepository repository;
    private final UnderstandingService understanding;
    private final HitService hits;
    private final EmptySearchService empties;
    private final CrisisLineService crisis;
    private final Cursors cursors;

    SearchService(
            SearchRepository repository,
            UnderstandingService understanding,
            HitService hits,
            EmptySearchService empties,
            CrisisLineService crisis,
            Cursors cursors) {
        this.repository = repository;
        this.understanding = understanding;
        this.hits = hits;
        this.empties = empties;
        this.crisis = crisis;
        this.cursors = cursors;
    }

    /**
     * The services that are not known to misfit, those of which most is known to fit first.
     *
     * @param tenant the caller's district, which sees its own entries too; {@code null} for none
     */
    @WithTransaction
    Uni<SearchAnswer> search(SearchTermsReader.Read read, UUID tenant) {
        return understanding.understand(read).chain(understood -> find(read, understood, tenant));
    }

    /** One service as a search would show it. */
    @WithTransaction
    Uni<SearchHit> one(UUID service) {
        return repository
                .one(service)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such service."))
                .chain(row -> hits.of(List.of(row), List.of()))
                .map(List::getFirst);
    }

    /** The rows of a page and one more where there is a next page. */
    private record Found(List<SearchRow> rows, int limit, Criteria criteria, String tsquery) {
        List<SearchRow> shown() {
            return rows.size() > limit ? rows.subList(0, limit) : rows;
        }

        boolean hasMore() {
            return rows.size() > limit;
        }
    }

    private Uni<SearchAnswer> find(
            SearchTermsReader.Read read, UnderstandingService.Understood understood, UUID tenant) {
        SearchTerms terms = understood.terms();
        String list = terms.identity() + " " + tenant;
        boolean first = read.cursor() == null;
        List<String> key = first ? List.of() : cursors.decode(list, read.cursor());
        // the words of the first page hold for all pages, whatever the directory learns in between
        String tsquery = first ? understood.tsquery() : wordsOf(key);
        Criteria criteria = understanding.criteria(terms, tsquery, tenant);
        SearchSql sql = new SearchSql(criteria);
        if (!first) {
            sql.after(key);
        }
        boolean counting = first && read.facets();
        int rows = read.limit() + 1;
        return (counting ? repository.findAndCount(sql, rows) : repository.find(sql, rows))
                .map(found -> new Found(found, read.limit(), criteria, tsquery))
                .call(found -> first && found.rows().isEmpty()
                        ? empties.count(terms)
                        : Uni.createFrom().voidItem())
                .chain(found -> answer(found, list, understood.told())
                        .chain(answer -> counting
                                ? counts(found).map(answer::with)
                                : Uni.createFrom().item(answer)))
                .chain(answer -> withCrisis(answer, terms));
    }

    /** They came with the page; where it is empty, what another choice would find is still to be told. */
    private Uni<FacetCounts> counts(Found found) {
        return found.rows().isEmpty()
                ? repository.count(found.criteria())
                : Uni.createFrom().item(repository.countsOf(found.rows()));
    }

    private Uni<SearchAnswer> answer(Found found, String list, UnderstoodText told) {
        return hits.of(found.shown(), found.criteria().names())
                .map(shown -> new SearchAnswer(
                        shown, found.hasMore() ? next(found, list) : null, SearchSql.ORDER, null, null, told, null));
    }

    private String next(Found found, String list) {
        List<String> key = new ArrayList<>(found.shown().getLast().sortKey());
        if (found.tsquery() != null) {
            key.add(found.tsquery());
        }
        return cursors.encode(list, key);
    }

    private static String wordsOf(List<String> key) {
        return key.size() > SORT_KEY ? key.get(SORT_KEY) : null;
    }

    private Uni<SearchAnswer> withCrisis(SearchAnswer answer, SearchTerms terms) {
        if (terms.text() == null || !NeedWords.nameDanger(terms.text())) {
            return Uni.createFrom().item(answer);
        }
        return crisis.at(terms.postalCode()).map(CrisisLines::items).map(answer::with);
    }
}
