package org.footbridge.referral.rights;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.district.DistrictService;

/** Takes requests to see a student's records, and hands the records out. */
@ApplicationScoped
public class AccessRequestService {
    private static final UUID NEWEST = new UUID(-1, -1);

    private final RightsAccess access;
    private final RightsRepository rights;
    private final RecordExport export;
    private final DistrictService districts;
    private final AccessLog log;
    private final Outbox outbox;
    private final Clock clock;

    AccessRequestService(
            RightsAccess access,
            RightsRepository rights,
            RecordExport export,
            DistrictService districts,
            AccessLog log,
            Outbox outbox,
            Clock clock) {
        this.access = access;
        this.rights = rights;
        this.export = export;
        this.districts = districts;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<AccessRequest> ask(Caller caller, UUID student) {
        return access.open(caller, student).chain(asker -> districts
                .settings(caller.tenant())
                .chain(district ->
                        rights.keep(AccessRequest.of(asker, district.dateAt(clock.instant()), clock.instant())))
                .call(request -> asker.coordinator() ? Uni.createFrom().voidItem() : outbox.publish(request.asked())));
    }

    @WithTransaction
    Uni<AccessRequest> read(Caller caller, UUID student, UUID id) {
        return access.open(caller, student)
                .call(asker -> log.school(asker.actor(), "access-request", List.of(student)))
                .chain(asker -> find(asker, id));
    }

    /** Newest first. */
    @WithTransaction
    Uni<List<AccessRequest>> list(Caller caller, UUID student, UUID before, int size) {
        return access.open(caller, student)
                .call(asker -> log.school(asker.actor(), "access-request-list", List.of(student)))
                .chain(asker -> rights.page(
                        AccessRequest.class, caller.tenant(), student, before == null ? NEWEST : before, size));
    }

    /** What waits at the schools that the caller coordinates today, soonest due first. */
    @WithTransaction
    Uni<List<DueRequest>> open(Caller caller, LocalDate due, UUID after, int size) {
        return access.desk(caller).chain(desk -> rights.open(caller.tenant(), desk.at(), due, after, size)
                .call(found -> log.school(
                        desk.who().coordinator(),
                        "access-request-desk",
                        found.stream().map(AccessRequest::studentId).toList()))
                .map(found -> found.stream()
                        .map(request -> request.toDue(desk.at().today()))
                        .toList()));
    }

    /** By a coordinator. */
    @WithTransaction
    Uni<AccessRequest> close(Caller caller, UUID student, UUID id, long expected, AccessRequest.State to) {
        return access.open(caller, student).invoke(Asker::requireCoordinator).chain(asker -> find(asker, id)
                .invoke(request -> {
                    Version.require(expected, request.version());
                    request.close(to, clock.instant());
                })
                .call(rights::flush));
    }

    /** The whole record as a zip: a coordinator looks through it first, and whoever asked gets it once the request is fulfilled. */
    @WithTransaction
    Uni<ZipParts> export(Caller caller, UUID student, UUID id) {
        return access.open(caller, student).chain(asker -> find(asker, id)
                .invoke(request -> {
                    if (!asker.coordinator() && !request.isFulfilled()) {
                        throw CommonProblem.CONFLICT.because("The school has not released the records yet.");
                    }
                })
                .call(() -> log.school(asker.actor(), "record-export", List.of(student)))
                .chain(request -> export.of(caller.tenant(), asker.student(), request.isOfTheStudent())));
    }

    private Uni<AccessRequest> find(Asker asker, UUID id) {
        return rights.of(
                        AccessRequest.class,
                        asker.actor().organizationId(),
                        asker.student().id(),
                        id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such request of this student."));
    }
}
