package org.footbridge.referral.rights;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.referral.rights.RightsRepository.Asked;

/** Which schools have to hear that a family asks for its rights, and whether they still have to. */
@ApplicationScoped
public class RightsNewsService {
    private final RightsRepository rights;
    private final RightsAccess access;

    RightsNewsService(RightsRepository rights, RightsAccess access) {
        this.rights = rights;
        this.access = access;
    }

    /**
     * A request that was made.
     *
     * @param schoolIds those that keep the record today
     * @param open whether nobody has answered it yet
     */
    public record News(UUID tenantId, List<UUID> schoolIds, boolean open) {}

    /** Enters the request's district; {@code null} where there is no such request. */
    @WithTransaction
    public Uni<News> of(UUID id) {
        return rights.tenant(id)
                .chain(tenant -> tenant == null
                        ? Uni.createFrom().nullItem()
                        : Tenancy.enter(tenant)
                                .chain(() -> rights.asked(tenant, id))
                                .chain(asked -> asked == null ? Uni.createFrom().nullItem() : news(tenant, asked)));
    }

    private Uni<News> news(UUID tenant, Asked asked) {
        return access.keeping(tenant, asked.studentId()).map(schools -> new News(tenant, schools, asked.open()));
    }
}
