package org.footbridge.referral.crisis;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Handling;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.LocalLines;

/** Who has a crisis in hand. */
@ApplicationScoped
public class CrisisService {
    private final SchoolAccess access;
    private final CrisisRepository crises;
    private final CrisisKeeper keeper;
    private final CaseFiles files;
    private final LocalLines lines;
    private final AccessLog log;
    private final Clock clock;

    CrisisService(
            SchoolAccess access,
            CrisisRepository crises,
            CrisisKeeper keeper,
            CaseFiles files,
            LocalLines lines,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.crises = crises;
        this.keeper = keeper;
        this.files = files;
        this.lines = lines;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<CrisisResponse> read(Caller caller, UUID referral) {
        return access.openToRead(caller, referral)
                .call(opened -> log.school(opened.actor(), "referral-crisis", List.of(referral)))
                .chain(this::crisis)
                .chain(crisis -> response(caller, crisis));
    }

    /** By a coordinator of the school or somebody of its chain. A second one changes nothing and is told who was first. */
    @WithTransaction
    Uni<CrisisResponse> acknowledge(Caller caller, UUID referral) {
        return access.openToRead(caller, referral).chain(opened -> {
            Actor responder = opened.responder();
            return files.lock(opened.file())
                    .chain(() -> crisis(opened))
                    .call(crisis -> crisis.waits()
                            ? acknowledge(opened, crisis, responder)
                            : Uni.createFrom().voidItem())
                    .chain(crisis -> response(caller, crisis));
        });
    }

    private Uni<CrisisResponse> response(Caller caller, Crisis crisis) {
        return lines.of(caller.tenant()).map(local -> CrisisResponse.of(crisis, local));
    }

    /** The crisis before the step: whatever follows the step sees that somebody has it. */
    private Uni<Void> acknowledge(Opened opened, Crisis crisis, Actor responder) {
        Instant now = clock.instant();
        return keeper.acknowledge(opened.file(), crisis, responder.personId(), now)
                .chain(() -> files.record(opened.file(), new Handling(opened.file()).acknowledgeCrisis(responder, now)))
                .replaceWithVoid();
    }

    private Uni<Crisis> crisis(Opened opened) {
        return crises.of(opened.referral().tenantId(), opened.referral().id())
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("This referral has never been a crisis."));
    }
}
