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
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.district.DistrictService;

/** Tells how the clocks of a referral stand, to those who may know of it. */
@ApplicationScoped
public class ClockService {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final DistrictService districts;
    private final ServiceLevelService levels;
    private final AccessLog log;
    private final Clock clock;

    ClockService(
            SchoolAccess access,
            CaseFiles files,
            DistrictService districts,
            ServiceLevelService levels,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.districts = districts;
        this.levels = levels;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<List<ServiceClock>> read(Caller caller, UUID referralId) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.actor(), "referral-clocks", Set.of(referralId)))
                .chain(this::clocks);
    }

    private Uni<List<ServiceClock>> clocks(Opened opened) {
        UUID tenant = opened.referral().tenantId();
        return districts.settings(tenant).chain(district -> levels.levels(tenant)
                .chain(limits -> files.history(opened.referral())
                        .map(history -> ServiceClocks.of(opened.file(), history, limits, district, clock.instant()))));
    }
}
