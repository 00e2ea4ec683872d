package org.footbridge.directory.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class SearchRepository {
    private static final String ONE = """
            select s.id, s.name, s.organization_id, o.name, o.kind, nearest_participating(s.organization_id),
                   c.status, c.available, c.wait_days, c.confirmed_at,
                   array_to_string(s.languages, ','), array_to_string(s.insurance, ','), s.minimum_age, s.maximum_age,
                   cast(null as numeric), '', 0, cast(0 as numeric)
            from services s join organizations o on o.id = s.organization_id
            join service_capacities c on c.service_id = s.id
            where s.id = :id and s.visibility = 'public' and o.visibility = 'public'
            """;

    Uni<List<SearchRow>> find(SearchSql search, int limit) {
        return Panache.getSession()
                .chain(session ->
                        query(session, search).setParameter("limit", limit).getResultList())
                .map(rows -> rows.stream().map(SearchRow::new).toList());
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
