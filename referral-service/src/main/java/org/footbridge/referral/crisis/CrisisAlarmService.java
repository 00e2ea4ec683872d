package org.footbridge.referral.crisis;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.footbridge.common.events.EventType;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.servicelevel.ServiceLevelService;

/** Passes a crisis that nobody has acknowledged on to the next in the chain; the last one's turn never ends. */
@ApplicationScoped
public class CrisisAlarmService {
    private final CaseFiles files;
    private final CrisisRepository crises;
    private final CrisisKeeper keeper;
    private final OnCallService chains;
    private final ServiceLevelService levels;
    private final WorkQueueService queue;
    private final Clock clock;

    CrisisAlarmService(
            CaseFiles files,
            CrisisRepository crises,
            CrisisKeeper keeper,
            OnCallService chains,
            ServiceLevelService levels,
            WorkQueueService queue,
            Clock clock) {
        this.files = files;
        this.crises = crises;
        this.keeper = keeper;
        this.chains = chains;
        this.levels = levels;
        this.queue = queue;
        this.clock = clock;
    }

    /** Once, however long nobody was there to do it. Whoever acknowledges at this moment is waited for, and then seen. */
    @WithTransaction
    Uni<Void> escalate(WorkItem work) {
        return files.find(work.tenant(), work.id())
                .chain(file -> file == null
                        ? queue.finishHeld(work)
                        : files.lock(file)
                                .chain(() -> crises.of(work.tenant(), work.id()))
                                .chain(crisis -> crisis == null || !crisis.waits()
                                        ? queue.finishHeld(work)
                                        : escalate(work, file, crisis)));
    }

    private Uni<Void> escalate(WorkItem work, CaseFile file, Crisis crisis) {
        Referral referral = file.referral();
        return levels.acknowledgementLimit(referral.tenantId())
                .chain(limit -> chains.levels(referral.tenantId(), referral.schoolId())
                        .invoke(chain -> crisis.escalate(
                                CrisisTurns.lastLevel(chain), clock.instant().plus(limit))))
                .chain(crises::flush)
                .chain(() -> keeper.tellTurn(file, EventType.REFERRAL_CRISIS_ESCALATED, crisis))
                .chain(() -> queue.postponeHeld(work, crisis.nextAt()));
    }
}
