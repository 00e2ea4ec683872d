package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PlacementRepository implements PanacheRepositoryBase<Placement, UUID> {

    /** {@code null} where the agency has no such placement. */
    Uni<Placement> ofAgency(UUID agency, UUID id) {
        return find("destination.agencyId = ?1 and id = ?2", agency, id).firstResult();
    }

    /** Newest first, after {@code before} and in {@code state} where they are not {@code null}. */
    Uni<List<Placement>> page(UUID agency, PlacementState state, UUID before, int size) {
        StringBuilder query = new StringBuilder("destination.agencyId = :agency");
        Parameters parameters = Parameters.with("agency", agency);
        if (state != null) {
            query.append(" and state = :state");
            parameters.and("state", state);
        }
        if (before != null) {
            query.append(" and id < :before");
            parameters.and("before", before);
        }
        return find(query.append(" order by id desc").toString(), parameters)
                .page(0, size)
                .list();
    }

    /** The visits of a placement in the order of their times. */
    Uni<List<Appointment>> visits(UUID placement) {
        return getSession().chain(session -> session.createQuery(
                        "from Appointment where placementId = :placement order by startsAt, id", Appointment.class)
                .setParameter("placement", placement)
                .getResultList());
    }
}
