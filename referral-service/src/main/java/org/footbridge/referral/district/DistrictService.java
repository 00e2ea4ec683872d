package org.footbridge.referral.district;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;

/** Opens districts, changes their settings and tells the other features what they are. */
@ApplicationScoped
public class DistrictService {
    private final DistrictRepository districts;
    private final Outbox outbox;
    private final List<SettingsFollower> followers;
    private final Clock clock;

    DistrictService(DistrictRepository districts, Outbox outbox, @All List<SettingsFollower> followers, Clock clock) {
        this.districts = districts;
        this.outbox = outbox;
        this.followers = followers;
        this.clock = clock;
    }

    /** Fails with 409 where the id is taken. */
    @WithTransaction
    Uni<District> open(DistrictSettings settings) {
        return districts
                .findById(settings.id())
                .invoke(DistrictService::requireNone)
                .chain(() -> districts.persistAndFlush(District.open(settings, clock.instant())))
                .call(district -> outbox.publish(district.changed()));
    }

    @WithTransaction
    Uni<District> get(UUID id) {
        return districts.findById(id).onItem().ifNull().failWith(DistrictService::unknown);
    }

    /** Changes the settings; what changes nothing is neither a new version nor an event. */
    @WithTransaction
    Uni<District> change(UUID id, long expected, UnaryOperator<DistrictSettings> change) {
        return get(id).invoke(district -> Version.require(expected, district.version()))
                .chain(district -> {
                    DistrictSettings before = district.settings();
                    return district.change(change.apply(before), clock.instant())
                            ? kept(before, district)
                            : Uni.createFrom().item(district);
                });
    }

    private Uni<District> kept(DistrictSettings before, District district) {
        Uni<Void> chain = districts.flush().chain(() -> outbox.publish(district.changed()));
        for (SettingsFollower follower : followers) {
            chain = chain.chain(() -> follower.changed(before, district.settings()));
        }
        return chain.replaceWith(district);
    }

    /**
     * The settings of a district that the running transaction may see.
     *
     * @throws org.footbridge.common.web.problem.Problem 404 (as a failure) where there is none
     */
    @WithTransaction
    public Uni<DistrictSettings> settings(UUID tenant) {
        return get(tenant).map(District::settings);
    }

    private static void requireNone(District district) {
        if (district != null) {
            throw CommonProblem.ALREADY_EXISTS.because("There is a district with this id.");
        }
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such district for this caller.");
    }
}
