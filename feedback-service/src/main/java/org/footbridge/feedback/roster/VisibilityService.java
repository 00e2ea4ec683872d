package org.footbridge.feedback.roster;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;

/** Answers whose figures somebody may see, and under which settings of the district. */
@ApplicationScoped
public class VisibilityService {
    private final VisibilityRepository visibility;

    public VisibilityService(VisibilityRepository visibility) {
        this.visibility = visibility;
    }

    /** The settings, or {@code null} where none have been told yet. */
    @WithTransaction
    public Uni<DistrictSettings> settings(UUID tenant) {
        return visibility.settings(tenant);
    }

    /** All schools for an administrator of the district, else those that the roster lets the caller coordinate. */
    @WithTransaction
    public Uni<VisibleSchools> schools(Caller caller) {
        return caller.has(Roles.DISTRICT_ADMIN)
                ? Uni.createFrom().item(VisibleSchools.ALL)
                : visibility.coordinatedBy(caller);
    }
}
