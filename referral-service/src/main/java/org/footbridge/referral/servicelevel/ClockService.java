package org.footbridge.referral.servicelevel;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;

/** Tells how the clocks of a referral stand, to those who may know of it. */
@ApplicationScoped
public class ClockService {
    private final SchoolAccess access;
    private final ClockRepository clocks;
    private final ClockKeeper keeper;
    private final AccessLog log;
    private final Clock clock;

    ClockService(SchoolAccess access, ClockRepository clocks, ClockKeeper keeper, AccessLog log, Clock clock) {
        this.access = access;
        this.clocks = clocks;
        this.keeper = keeper;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<List<ServiceClock>> read(Caller caller, UUID referralId) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.actor(), "referral-clocks", Set.of(referralId)))
                .chain(this::clocks);
    }

    /** Those that run as they stand right now, those that have stopped as they were then. */
    private Uni<List<ServiceClock>> clocks(Opened opened) {
        return clocks.of(opened.referral().tenantId(), opened.referral().id())
                .chain(stored -> keeper.read(opened.file(), stored, stored.isEmpty(), clock.instant()))
                .map(reading -> reading.reckoned().stream()
                        .map(reckoned -> item(reckoned, reading.of(reckoned)))
                        .toList());
    }

    /** Referrals of before the clocks were stored have none that are. */
    private static ServiceClock item(Reckoned reckoned, StoredClock stored) {
        if (stored == null) {
            return ServiceClock.of(reckoned, 0);
        }
        return stored.isRunning() ? ServiceClock.of(reckoned, stored.level()) : stored.item();
    }
}
