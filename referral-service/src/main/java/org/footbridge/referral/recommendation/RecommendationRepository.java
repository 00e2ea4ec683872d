package org.footbridge.referral.recommendation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RecommendationRepository implements PanacheRepositoryBase<Recommendation, UUID> {

    /** Those of some placements, oldest first. */
    Uni<List<Recommendation>> of(Collection<UUID> placements) {
        return placements.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("placementId in ?1 order by id", placements);
    }
}
