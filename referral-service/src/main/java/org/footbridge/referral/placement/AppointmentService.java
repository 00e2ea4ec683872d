package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Visits;
import org.footbridge.referral.placement.AgencyAccess.Held;

/** Books visits and records who came. A visit is part of its placement and has its version. */
@ApplicationScoped
public class AppointmentService {
    /** A family may be seen before the paper is through. */
    private static final Duration BEFORE_SENT = Duration.ofDays(1);

    private static final Duration AHEAD = Duration.ofDays(366);

    private final AgencyAccess access;
    private final PlacementRepository placements;
    private final CaseFiles files;
    private final BookedTimes booked;
    private final AccessLog log;
    private final Clock clock;

    AppointmentService(
            AgencyAccess access,
            PlacementRepository placements,
            CaseFiles files,
            BookedTimes booked,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.placements = placements;
        this.files = files;
        this.booked = booked;
        this.log = log;
        this.clock = clock;
    }

    /** A visit and the version of its placement. */
    record Visit(Appointment appointment, long version) {}

    @WithTransaction
    Uni<Visit> book(Caller caller, UUID id, long expected, BookRequest request) {
        return access.open(caller, id).chain(held -> {
            Version.require(expected, held.placement().version());
            held.placement().require(PlacementCommand.SCHEDULE);
            requireTime(held.placement(), request.startsAt(), clock.instant());
            return placements.visits(id).chain(visits -> keep(held, visits, request));
        });
    }

    private Uni<Visit> keep(Held held, List<Appointment> visits, BookRequest request) {
        Appointment visit = Appointment.book(held.placement(), request.terms());
        Visits all = new Visits(held.file(), held.placement(), visits);
        Instant now = clock.instant();
        return files.record(held.file(), all.book(visit, held.agency(), now), visit)
                .call(() -> booked.hold(held.file().referral().studentId(), visit, now))
                .replaceWith(() -> new Visit(visit, held.placement().version()));
    }

    @WithTransaction
    Uni<Visit> attend(Caller caller, UUID id, UUID appointmentId, long expected, boolean kept) {
        return access.open(caller, id).chain(held -> placements.visits(id).chain(visits -> {
            Appointment visit = one(visits, appointmentId);
            Version.require(expected, held.placement().version());
            Visits all = new Visits(held.file(), held.placement(), visits);
            return files.record(held.file(), all.attend(visit, kept, held.agency(), clock.instant()))
                    .replaceWith(() -> new Visit(visit, held.placement().version()));
        }));
    }

    @WithTransaction
    Uni<Visit> cancel(Caller caller, UUID id, UUID appointmentId, long expected, CancelledBy by) {
        return access.open(caller, id).chain(held -> placements.visits(id).chain(visits -> {
            Appointment visit = one(visits, appointmentId);
            Version.require(expected, held.placement().version());
            Visits all = new Visits(held.file(), held.placement(), visits);
            return files.record(held.file(), all.cancel(visit, by, held.agency(), clock.instant()))
                    .replaceWith(() -> new Visit(visit, held.placement().version()));
        }));
    }

    @WithTransaction
    Uni<Visit> read(Caller caller, UUID id, UUID appointmentId) {
        return access.open(caller, id)
                .call(held -> log.agency(
                        held.agency(),
                        "appointment",
                        List.of(new AccessLog.Seen(
                                appointmentId, held.placement().tenantId()))))
                .chain(held -> placements
                        .visits(id)
                        .map(visits -> new Visit(
                                one(visits, appointmentId), held.placement().version())));
    }

    private static Appointment one(List<Appointment> visits, UUID id) {
        return visits.stream()
                .filter(visit -> visit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such appointment of this placement."));
    }

    private static void requireTime(Placement placement, Instant startsAt, Instant now) {
        boolean tooEarly = startsAt.isBefore(placement.times().sentAt().minus(BEFORE_SENT));
        if (tooEarly || startsAt.isAfter(now.plus(AHEAD))) {
            Fault fault = new Fault(
                    "/startsAt",
                    tooEarly ? "before-sent" : "too-far",
                    "must not be more than a day before the referral was sent, nor more than a year ahead");
            throw new Problem(CommonProblem.INVALID, "1 fault(s), each with its place.", List.of(fault));
        }
    }
}
