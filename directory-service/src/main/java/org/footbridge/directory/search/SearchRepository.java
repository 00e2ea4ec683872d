package org.footbridge.directory.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class SearchRepository {
    /** Exclusions that are explained. */
    private static final int EXCLUDED = 200;

    private static final String ONE = SearchSql.COLUMNS + """
            from (select cast(:id as uuid) as service_id, cast(null as numeric) as distance, '' as matched, 0 as unknowns,
                         cast(0 as numeric) as distance_order, cast(0 as numeric) as rank, 0 as wait) x
            """ + SearchSql.JOINS + "where e.visibility = 'public'";

    private final ObjectMapper json;

    SearchRepository(ObjectMapper json) {
        this.json = json;
    }

    Uni<List<SearchRow>> find(SearchSql search, int limit) {
        return find(search, search.text(), limit);
    }

    /** The first page; how many fit in all and by code is told by {@link #countsOf}. */
    Uni<List<SearchRow>> findAndCount(SearchSql search, int limit) {
        return find(search, search.withCounts(), limit);
    }

    /** How many fit in all and by code, as the first of these rows of {@link #findAndCount} carries it. */
    FacetCounts countsOf(List<SearchRow> rows) {
        try {
            return FacetCounts.of(List.of(json.readValue(rows.getFirst().counts(), Object[][].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database made no JSON of its counts", e);
        }
    }

    /** How many fit in all and by code. */
    Uni<FacetCounts> count(Criteria criteria) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query =
                            session.createNativeQuery(new FacetSql(criteria).text(), Object[].class);
                    criteria.parameters().forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(FacetCounts::of);
    }

    /** What fits and what does not, the best first. */
    Uni<List<SearchRow>> match(Criteria criteria, int limit) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query =
                            session.createNativeQuery(new MatchSql(criteria).candidates(), Object[].class);
                    criteria.parameters().forEach(query::setParameter);
                    return query.setParameter("limit", limit)
                            .setParameter("excluded", EXCLUDED)
                            .getResultList();
                })
                .map(rows -> rows.stream().map(SearchRow::new).toList());
    }

    /** By the one criterion that they fail, the most frequent first. */
    Uni<Map<String, Long>> nearMisses(Criteria criteria) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query =
                            session.createNativeQuery(new MatchSql(criteria).nearMisses(), Object[].class);
                    criteria.parameters().forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> {
                    Map<String, Long> misses = new LinkedHashMap<>();
                    rows.forEach(row -> misses.put((String) row[0], ((Number) row[1]).longValue()));
                    return misses;
                });
    }

    /** {@code null} where there is none. */
    Uni<SearchRow> one(UUID service) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE, Object[].class)
                        .setParameter("id", service)
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(SearchRow::new);
    }

    private static Uni<List<SearchRow>> find(SearchSql search, String text, int limit) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(text, Object[].class);
                    search.parameters().forEach(query::setParameter);
                    return query.setParameter("limit", limit).getResultList();
                })
                .map(rows -> rows.stream().map(SearchRow::new).toList());
    }
}
