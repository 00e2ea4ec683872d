package org.footbridge.directory.search;

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

    Uni<List<SearchRow>> find(SearchSql search, int limit) {
        return Panache.getSession()
                .chain(session ->
                        query(session, search).setParameter("limit", limit).getResultList())
                .map(rows -> rows.stream().map(SearchRow::new).toList());
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

    private static Mutiny.SelectionQuery<Object[]> query(Mutiny.Session session, SearchSql search) {
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(search.text(), Object[].class);
        search.parameters().forEach(query::setParameter);
        return query;
    }
}
