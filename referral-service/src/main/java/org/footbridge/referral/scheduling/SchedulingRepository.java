package org.footbridge.referral.scheduling;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.Side;

@ApplicationScoped
class SchedulingRepository implements PanacheRepositoryBase<Availability, UUID> {

    /** Of the sides that have set theirs. */
    Uni<List<Availability>> ofPlacement(UUID placement) {
        return list("placementId = ?1 order by side", placement);
    }

    /** {@code null} where the side has set nothing. */
    Uni<Availability> ofSide(UUID placement, Side side) {
        return find("placementId = ?1 and side = ?2", placement, side).firstResult();
    }

    /** Every time that was ever proposed, oldest proposal first. */
    Uni<List<Appointment>> proposed(UUID placement) {
        return getSession().chain(session -> session.createQuery(
                        "from Appointment where placementId = :placement and proposalId is not null order by id",
                        Appointment.class)
                .setParameter("placement", placement)
                .getResultList());
    }
}
