package org.footbridge.referral.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.alarm.AlarmTurns;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.CaseFollower;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralProblem;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.servicelevel.ServiceLevelService;

/**
 * Raises a crisis with its submission, takes the triage of a coordinator for the word that somebody has it in hand, and lets nobody
 * end one that nobody has looked at. Nothing else is asked: no consent, no calendar, no chain.
 */
@ApplicationScoped
class CrisisKeeper implements CaseFollower {
    static final WorkKind ESCALATION = new WorkKind("crisis");

    private final CrisisRepository crises;
    private final CaseFiles files;
    private final ServiceLevelService levels;
    private final CrisisTurns turns;
    private final AlarmTurns kept;
    private final WorkQueueService queue;

    CrisisKeeper(
            CrisisRepository crises,
            CaseFiles files,
            ServiceLevelService levels,
            CrisisTurns turns,
            AlarmTurns kept,
            WorkQueueService queue) {
        this.crises = crises;
        this.turns = turns;
        this.kept = kept;
        this.files = files;
        this.levels = levels;
        this.queue = queue;
    }

    @Override
    public Uni<Void> follow(CaseFile file, Changes changes, Instant now) {
        Transition first = changes.steps().isEmpty() ? null : changes.steps().getFirst();
        if (first == null || first.kind() != Transition.Kind.REFERRAL) {
            return Uni.createFrom().voidItem();
        }
        boolean inCrisis = file.referral().urgency() == Urgency.CRISIS;
        if (first.from() == null) {
            return inCrisis ? raise(file, now) : Uni.createFrom().voidItem();
        }
        if (first.to().equals(ReferralState.TRIAGED.name())) {
            return triaged(file, first.actor().personId(), inCrisis, now);
        }
        return inCrisis && !file.referral().state().isOpen()
                ? requireAcknowledged(file)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> raise(CaseFile file, Instant now) {
        Referral referral = file.referral();
        return levels.acknowledgementLimit(referral.tenantId()).chain(limit -> {
            Crisis crisis = Crisis.raise(referral, now, now.plus(limit));
            return crises.persistAndFlush(crisis)
                    .chain(() -> queue.put(work(referral), crisis.nextAt()))
                    .chain(() -> tellTurn(file, EventType.REFERRAL_CRISIS_RAISED, crisis));
        });
    }

    /** Who triages has it in hand, and who finds a crisis at triage is the first to know. */
    private Uni<Void> triaged(CaseFile file, UUID coordinator, boolean inCrisis, Instant now) {
        Referral referral = file.referral();
        return crises.of(referral.tenantId(), referral.id()).chain(known -> {
            if (known == null ? !inCrisis : !known.waits()) {
                return Uni.createFrom().voidItem();
            }
            Crisis crisis = known == null ? Crisis.raise(referral, now, null) : known;
            return acknowledge(file, crisis, coordinator, now);
        });
    }

    /** Stops the chain and tells that somebody has it. */
    Uni<Void> acknowledge(CaseFile file, Crisis crisis, UUID person, Instant now) {
        crisis.acknowledge(person, now);
        return crises.persistAndFlush(crisis)
                .chain(() -> queue.cancel(ESCALATION, file.referral().id()))
                .chain(() -> tell(file, EventType.REFERRAL_CRISIS_ACKNOWLEDGED, crisis))
                .replaceWithVoid();
    }

    private Uni<UUID> tell(CaseFile file, EventType type, Crisis crisis) {
        return files.told(file, type, null, snapshot -> snapshot.about(crisis.snapshot()));
    }

    /** Tells of a level, and keeps whose turn it is at this moment: the mail may leave later. */
    Uni<Void> tellTurn(CaseFile file, EventType type, Crisis crisis) {
        Referral referral = file.referral();
        return tell(file, type, crisis).chain(event -> turns.at(referral, crisis.level())
                .chain(turn -> kept.keep(event, new AlarmTurns.About(referral.tenantId(), referral.id()), turn.ids())));
    }

    private Uni<Void> requireAcknowledged(CaseFile file) {
        Referral referral = file.referral();
        return crises.of(referral.tenantId(), referral.id())
                .invoke(crisis -> {
                    if (crisis != null && crisis.waits()) {
                        throw new Problem(
                                ReferralProblem.CRISIS_UNACKNOWLEDGED,
                                "A crisis that nobody has looked at cannot be ended: acknowledge-crisis first.");
                    }
                })
                .replaceWithVoid();
    }

    private static WorkItem work(Referral referral) {
        return WorkItem.ofTenant(ESCALATION, referral.id(), referral.tenantId());
    }
}
