package org.footbridge.referral.referral;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.HistoryEntry;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/** What the school's side does with a referral, and what it may see of it. */
@ApplicationScoped
public class ReferralService {
    private final Desk desk;
    private final SchoolAccess access;
    private final CaseFiles files;
    private final AccessLog log;
    private final RosterService roster;
    private final List<StepSource> sources;
    private final Clock clock;

    ReferralService(
            Desk desk,
            SchoolAccess access,
            CaseFiles files,
            AccessLog log,
            RosterService roster,
            @All List<StepSource> sources,
            Clock clock) {
        this.desk = desk;
        this.access = access;
        this.files = files;
        this.log = log;
        this.roster = roster;
        this.sources = sources;
        this.clock = clock;
    }

    /** A coordinator's first look: how urgent it is, and which tier of support fits. */
    @WithTransaction
    Uni<Shown> triage(Caller caller, UUID id, long expected, TriageRequest request) {
        return desk.change(caller, id, expected, opened -> opened.file()
                .triage(
                        Urgency.valueOf(request.urgency()),
                        request.tier(),
                        request.note(),
                        opened.coordinator(),
                        clock.instant()));
    }

    @WithTransaction
    Uni<Shown> refuseConsent(Caller caller, UUID id, long expected, NoteRequest request) {
        return desk.change(caller, id, expected, opened -> opened.file()
                .consentRefused(request.note(), opened.coordinator(), clock.instant()));
    }

    @WithTransaction
    Uni<Shown> enterInError(Caller caller, UUID id, long expected, ErrorRequest request) {
        return desk.change(caller, id, expected, opened -> opened.file()
                .enterInError(request.reason(), opened.coordinator(), clock.instant()));
    }

    /** By a coordinator at any time, by the referrer until somebody has triaged it. */
    @WithTransaction
    Uni<Shown> withdraw(Caller caller, UUID id, long expected, WithdrawRequest request) {
        return desk.change(caller, id, expected, opened -> {
            if (!opened.byCoordinator() && !NextSteps.referrerMayWithdraw(opened.referral())) {
                throw CommonProblem.FORBIDDEN.because("After triage, only a coordinator of the school withdraws it.");
            }
            return opened.file()
                    .withdraw(
                            WithdrawalReason.valueOf(request.reason()),
                            request.note(),
                            opened.actor(),
                            clock.instant());
        });
    }

    @WithTransaction
    Uni<Shown> read(Caller caller, UUID id) {
        return access.openToRead(caller, id)
                .call(opened -> log.school(opened.actor(), "referral", Set.of(id)))
                .chain(desk::show);
    }

    /** What the caller may do next, and for the rest why not. */
    @WithTransaction
    Uni<NextSteps> nextSteps(Caller caller, UUID id) {
        return access.openToRead(caller, id)
                .call(opened -> log.school(opened.actor(), "referral-transitions", Set.of(id)))
                .chain(opened -> {
                    boolean referrer = !opened.byCoordinator() && opened.door() == Opened.Door.RELATION;
                    Uni<NextSteps> steps =
                            Uni.createFrom().item(NextSteps.of(opened.referral(), opened.byCoordinator(), referrer));
                    for (StepSource source : sources) {
                        steps = steps.chain(known -> source.steps(opened).map(known::and));
                    }
                    return steps;
                });
    }

    /** Every step so far, with the people who took them. */
    @WithTransaction
    Uni<History> history(Caller caller, UUID id) {
        return access.openToRead(caller, id)
                .call(opened -> log.school(opened.actor(), "referral-history", Set.of(id)))
                .chain(opened -> files.history(opened.referral())
                        .chain(entries -> roster.people(caller.tenant(), actors(entries))
                                .map(people -> new History(opened, entries, people))));
    }

    /** The steps of a referral, and the names of the district's own people among the actors. */
    record History(Opened opened, List<HistoryEntry> entries, Map<UUID, Person> people) {}

    private static List<UUID> actors(List<HistoryEntry> entries) {
        return entries.stream()
                .map(HistoryEntry::actorPersonId)
                .filter(person -> person != null)
                .distinct()
                .toList();
    }
}
