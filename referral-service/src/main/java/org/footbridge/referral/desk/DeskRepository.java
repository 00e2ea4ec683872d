package org.footbridge.referral.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralState;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class DeskRepository {

    /** One row of a count: {@code found} is no more than was asked for. */
    record Found(ReferralState state, int found) {}

    Uni<List<Referral>> page(DeskQuery query) {
        String sql = query.page();
        return sql.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.getSession().chain(session -> bind(session.createNativeQuery(sql, Referral.class), query)
                        .getResultList());
    }

    Uni<List<Found>> counts(DeskQuery query) {
        String sql = query.counts();
        return sql.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.getSession()
                        .chain(session -> bind(session.createNativeQuery(sql, Object[].class), query)
                                .getResultList())
                        .map(rows -> rows.stream().map(DeskRepository::found).toList());
    }

    private static <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> statement, DeskQuery query) {
        query.parameters().forEach(statement::setParameter);
        return statement;
    }

    private static Found found(Object[] row) {
        return new Found(ReferralState.valueOf((String) row[0]), ((Number) row[1]).intValue());
    }
}
