package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What is known of the agencies' access, kept from events (decision 26). */
@ApplicationScoped
class PlacementAccessRepository {

    /** Remembers, unless something newer is known already. */
    Uni<Void> remember(PlacementAccess access) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into placement_access as known
                                    (placement_id, tenant_id, agency_id, state, open, sequence)
                                values (:placement, :tenant, :agency, :state, :open, :sequence)
                                on conflict (placement_id) do update
                                set state = excluded.state, open = excluded.open, sequence = excluded.sequence
                                where known.sequence < excluded.sequence
                                """)
                        .setParameter("placement", access.placementId())
                        .setParameter("tenant", access.tenantId())
                        .setParameter("agency", access.agencyId())
                        .setParameter("state", access.state())
                        .setParameter("open", access.open())
                        .setParameter("sequence", access.sequence())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A district's own app may hear of everything in the district; an agency of what it may read now (decision 26). */
    Uni<Boolean> mayHear(Delivery delivery) {
        boolean always = delivery.agencyId() == null
                || delivery.placementId() == null
                || Farewells.TYPES.contains(delivery.eventType());
        return always ? Uni.createFrom().item(true) : isOpen(delivery.placementId(), delivery.agencyId());
    }

    private static Uni<Boolean> isOpen(UUID placement, UUID agency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select open from placement_access where placement_id = :placement and agency_id = :agency",
                                Boolean.class)
                        .setParameter("placement", placement)
                        .setParameter("agency", agency)
                        .getResultList())
                .map((List<Boolean> found) -> !found.isEmpty() && found.getFirst());
    }
}
