package org.footbridge.referral.servicelevel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.district.SettingsFollower;
import org.footbridge.referral.schoolday.SchoolCalendarFollower;

/** Has the clocks of a district reckoned anew where its calendar or its limits have changed: each referral as a work of its own. */
@ApplicationScoped
class ClockRecount implements SettingsFollower, SchoolCalendarFollower {
    private final ClockRepository clocks;
    private final WorkQueueService queue;
    private final Clock clock;

    ClockRecount(ClockRepository clocks, WorkQueueService queue, Clock clock) {
        this.clocks = clocks;
        this.queue = queue;
        this.clock = clock;
    }

    /** The platform's administrator, who may change a district, sees no clock: so the transaction enters the district. */
    @Override
    public Uni<Void> changed(DistrictSettings before, DistrictSettings after) {
        boolean same = before.zone().equals(after.zone())
                && before.holidays().equals(after.holidays())
                && before.publicHolidays().equals(after.publicHolidays());
        return same ? Uni.createFrom().voidItem() : Tenancy.enter(after.id()).chain(() -> district(after.id()));
    }

    @Override
    public Uni<Void> changed(UUID tenant, UUID school) {
        return clocks.running(tenant, school).chain(ids -> recount(tenant, ids));
    }

    /** All clocks of a district that the running transaction may see. */
    Uni<Void> district(UUID tenant) {
        return clocks.running(tenant).chain(ids -> recount(tenant, ids));
    }

    /** One statement, however many they are. */
    private Uni<Void> recount(UUID tenant, List<UUID> referrals) {
        return referrals.isEmpty()
                ? Uni.createFrom().voidItem()
                : queue.putAll(ClockKeeper.ALARM, tenant, referrals, clock.instant());
    }
}
