package org.footbridge.referral.scheduling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Visits;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.BookedTimes;
import org.footbridge.referral.placement.Modality;
import org.footbridge.referral.placement.Parties;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.PlacementAddress;
import org.footbridge.referral.placement.PlacementCommand;
import org.footbridge.referral.placement.SchedulingProblem;

/** One side proposes times at which both have time, the other takes one of them or none. */
@ApplicationScoped
public class ProposalService {
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Parties parties;
    private final CaseFiles files;
    private final SchedulingRepository plans;
    private final FreeTime free;
    private final BookedTimes booked;
    private final Clock clock;

    ProposalService(
            Parties parties,
            CaseFiles files,
            SchedulingRepository plans,
            FreeTime free,
            BookedTimes booked,
            Clock clock) {
        this.parties = parties;
        this.files = files;
        this.plans = plans;
        this.free = free;
        this.booked = booked;
        this.clock = clock;
    }

    /** A proposal and the version of its placement. */
    record Proposed(ProposalResponse proposal, long version) {}

    @WithTransaction
    Uni<Proposed> propose(Caller caller, PlacementAddress at, ProposeRequest request) {
        requireTimes(request);
        return parties.open(caller, at)
                .invoke(party -> {
                    Parties.requireOpen(party);
                    party.placement().require(PlacementCommand.SCHEDULE);
                })
                .call(party ->
                        free.of(party, span(request), request.staff()).invoke(found -> requireFree(request, found)))
                .chain(party -> keep(party, request));
    }

    private Uni<Proposed> keep(Party party, ProposeRequest request) {
        UUID proposal = Ids.next();
        List<Appointment> times = request.startsAt().stream()
                .sorted()
                .map(start -> Appointment.propose(
                        party.placement(),
                        new Appointment.Terms(
                                start,
                                request.durationMinutes(),
                                Modality.valueOf(request.modality()),
                                request.staff()),
                        proposal,
                        party.side()))
                .toList();
        Visits visits = new Visits(party.file(), party.placement(), times);
        return files.record(party.file(), visits.propose(party.actor(), clock.instant()), times.toArray())
                .replaceWith(() -> new Proposed(
                        ProposalResponse.of(times), party.placement().version()));
    }

    /** Every proposal of the placement. */
    @WithTransaction
    Uni<List<ProposalResponse>> list(Caller caller, PlacementAddress at) {
        return parties.open(caller, at)
                .call(party -> parties.read(party, "proposal-list", List.of(at.placementId())))
                .chain(() -> plans.proposed(at.placementId()))
                .map(ProposalResponse::all);
    }

    /** The other side takes one of the times; the others drop. */
    @WithTransaction
    Uni<Proposed> confirm(Caller caller, PlacementAddress at, UUID proposal, long expected, UUID appointment) {
        return parties.open(caller, at)
                .invoke(party -> Version.require(expected, party.placement().version()))
                .chain(party -> of(proposal, at).chain(times -> take(party, times, one(times, appointment))));
    }

    private Uni<Proposed> take(Party party, List<Appointment> times, Appointment taken) {
        if (taken.proposedBy() == party.side()) {
            throw SchedulingProblem.OWN_PROPOSAL.because("The other side confirms what this side has proposed.");
        }
        Instant now = clock.instant();
        Visits visits = new Visits(party.file(), party.placement(), times);
        var changes = visits.confirm(taken, party.side(), party.actor(), now);
        if (!taken.startsAt().isAfter(now)) {
            throw SchedulingProblem.TIME_PASSED.because("Propose another time.");
        }
        return booked.hold(party.file().referral().studentId(), taken, now)
                .chain(() -> files.record(party.file(), changes))
                .replaceWith(() -> new Proposed(
                        ProposalResponse.of(times), party.placement().version()));
    }

    /** None of the times suits, or the proposing side takes them back. */
    @WithTransaction
    Uni<Proposed> drop(Caller caller, PlacementAddress at, UUID proposal, long expected) {
        return parties.open(caller, at)
                .invoke(party -> Version.require(expected, party.placement().version()))
                .chain(party -> of(proposal, at).chain(times -> {
                    Visits visits = new Visits(party.file(), party.placement(), times);
                    return files.record(party.file(), visits.drop(party.side(), party.actor(), clock.instant()))
                            .replaceWith(() -> new Proposed(
                                    ProposalResponse.of(times),
                                    party.placement().version()));
                }));
    }

    private Uni<List<Appointment>> of(UUID proposal, PlacementAddress at) {
        return plans.proposed(at.placementId())
                .map(all -> all.stream()
                        .filter(time -> time.proposalId().equals(proposal))
                        .toList())
                .invoke(times -> {
                    if (times.isEmpty()) {
                        throw CommonProblem.NOT_FOUND.because("There is no such proposal of this placement.");
                    }
                });
    }

    private static Appointment one(List<Appointment> times, UUID id) {
        return times.stream()
                .filter(time -> time.id().equals(id))
                .findFirst()
                .orElseThrow(() -> invalid(
                        List.of(new Fault("/appointmentId", "unknown", "must be one of the proposal's times"))));
    }

    private void requireTimes(ProposeRequest request) {
        Instant now = clock.instant();
        List<Fault> faults = new ArrayList<>();
        Set<Instant> seen = new HashSet<>();
        for (int i = 0; i < request.startsAt().size(); i++) {
            Instant start = request.startsAt().get(i);
            if (!start.isAfter(now) || start.isAfter(now.plus(AHEAD))) {
                faults.add(new Fault("/startsAt/" + i, "out-of-range", "must be in the future, within a year"));
            } else if (!seen.add(start)) {
                faults.add(new Fault("/startsAt/" + i, "duplicate", "stands in the list already"));
            }
        }
        requireNone(faults);
    }

    private static void requireFree(ProposeRequest request, FreeTime.Found found) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < request.startsAt().size(); i++) {
            Interval time = Interval.of(request.startsAt().get(i), request.durationMinutes());
            if (!found.holds(time)) {
                faults.add(new Fault("/startsAt/" + i, "not-free", "must be a time when both sides have time"));
            }
        }
        requireNone(faults);
    }

    private static void requireNone(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    private static Problem invalid(List<Fault> faults) {
        return new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
    }

    private static Interval span(ProposeRequest request) {
        Instant first = request.startsAt().stream().min(Instant::compareTo).orElseThrow();
        Instant last = request.startsAt().stream().max(Instant::compareTo).orElseThrow();
        return new Interval(first, Interval.of(last, request.durationMinutes()).until());
    }
}
