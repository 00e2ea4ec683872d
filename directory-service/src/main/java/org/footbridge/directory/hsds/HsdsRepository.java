package org.footbridge.directory.hsds;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records as the JSON text that the views make; nothing is parsed on the way out. */
@ApplicationScoped
class HsdsRepository {

    /** A record with the key that the next batch continues behind. */
    record Line(OffsetDateTime modified, UUID id, String json) {}

    Uni<Long> count(HsdsQuery query) {
        return Panache.getSession().chain(session -> bind(
                        session.createNativeQuery(
                                "select count(*) from " + query.view().view() + " v where " + query.conditions(),
                                Long.class),
                        query)
                .getSingleResult());
    }

    Uni<List<String>> page(HsdsQuery query) {
        String select = "select cast(v." + query.form().column() + " as text) from "
                + query.view().view() + " v where " + query.conditions()
                + " order by v.last_modified, v.id limit :size offset :skipped";
        return Panache.getSession().chain(session -> bind(session.createNativeQuery(select, String.class), query)
                .setParameter("size", query.size())
                .setParameter("skipped", (long) (query.page() - 1) * query.size())
                .getResultList());
    }

    /** The records behind {@code after}, or the first ones where that is {@code null}. */
    Uni<List<Line>> batch(HsdsQuery query, Line after, int size) {
        String behind = after == null ? "" : " and (v.last_modified, v.id) > (:modified, :id)";
        String select = "select v.last_modified, v.id, cast(v." + query.form().column() + " as text) from "
                + query.view().view() + " v where " + query.conditions() + behind
                + " order by v.last_modified, v.id limit :size";
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> statement = bind(
                                    session.createNativeQuery(select, Object[].class), query)
                            .setParameter("size", size);
                    if (after != null) {
                        statement.setParameter("modified", after.modified()).setParameter("id", after.id());
                    }
                    return statement.getResultList();
                })
                .map(rows -> rows.stream()
                        .map(row -> new Line((OffsetDateTime) row[0], (UUID) row[1], (String) row[2]))
                        .toList());
    }

    /** {@code null} where there is none. */
    Uni<String> one(HsdsView view, HsdsForm form, UUID id) {
        String select = "select cast(v." + form.column() + " as text) from " + view.view() + " v where v.id = :id";
        return Panache.getSession().chain(session -> session.createNativeQuery(select, String.class)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }

    private static <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> statement, HsdsQuery query) {
        query.parameters().forEach(statement::setParameter);
        return statement;
    }
}
