package org.footbridge.notification.agency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class AgencyLetterRepository implements PanacheRepositoryBase<AgencyLetter, UUID> {

    Uni<Void> forget(UUID agency, Instant before) {
        return delete("agencyId = ?1 and finishedAt < ?2", agency, before).replaceWithVoid();
    }

    /** Lets the running transaction write what belongs to the agency that the event names. */
    Uni<Void> enter(UUID agency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select set_config('footbridge.agency', :agency, true)", String.class)
                        .setParameter("agency", agency.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
