package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PlacementRepository implements PanacheRepositoryBase<Placement, UUID> {

    /** A placement inside of a school of the district; {@code null} where there is none. */
    Uni<Placement> ofTeam(UUID tenant, UUID id) {
        return find("tenantId = ?1 and id = ?2 and destination.inSchool", tenant, id)
                .firstResult();
    }

    /** {@code null} where the agency has no such placement. */
    Uni<Placement> ofAgency(UUID agency, UUID id) {
        return find("destination.agencyId = ?1 and id = ?2", agency, id).firstResult();
    }

    /** Everything that belongs to a placement. */
    Uni<PlacementFile> file(UUID placement) {
        return visits(placement).chain(visits -> inquiries(placement).chain(inquiries -> attempts(placement)
                .map(attempts -> new PlacementFile(visits, inquiries, attempts))));
    }

    /** Questions and answers, oldest first. */
    Uni<List<PlacementInquiry>> inquiries(UUID placement) {
        return getSession().chain(session -> session.createQuery(
                        "from PlacementInquiry where placementId = :placement order by id", PlacementInquiry.class)
                .setParameter("placement", placement)
                .getResultList());
    }

    /** The question that waits for its answer; {@code null} where there is none. */
    Uni<PlacementInquiry> openQuestion(UUID placement) {
        return getSession().chain(session -> session.createQuery("""
                                from PlacementInquiry asked where asked.placementId = :placement and asked.questionId is null
                                  and not exists (from PlacementInquiry given where given.questionId = asked.id)
                                order by asked.id desc
                                """, PlacementInquiry.class)
                .setParameter("placement", placement)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /** The tries to reach the family in the order of their times. */
    Uni<List<ContactAttempt>> attempts(UUID placement) {
        return getSession().chain(session -> session.createQuery(
                        "from ContactAttempt where placementId = :placement order by attemptedAt, id",
                        ContactAttempt.class)
                .setParameter("placement", placement)
                .getResultList());
    }

    /** The visits of a placement in the order of their times. */
    Uni<List<Appointment>> visits(UUID placement) {
        return getSession().chain(session -> session.createQuery(
                        "from Appointment where placementId = :placement order by startsAt, id", Appointment.class)
                .setParameter("placement", placement)
                .getResultList());
    }
}
