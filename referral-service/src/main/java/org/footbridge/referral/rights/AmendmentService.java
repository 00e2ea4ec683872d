package org.footbridge.referral.rights;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.access.AccessLog;

/** Takes requests to set a record right, the school's decisions, and the statements that stand beside a record after a refusal. */
@ApplicationScoped
public class AmendmentService {
    private static final UUID NEWEST = new UUID(-1, -1);

    private final RightsAccess access;
    private final RightsRepository rights;
    private final AccessLog log;
    private final Outbox outbox;
    private final Clock clock;

    AmendmentService(RightsAccess access, RightsRepository rights, AccessLog log, Outbox outbox, Clock clock) {
        this.access = access;
        this.rights = rights;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Amendment> ask(Caller caller, UUID student, NewAmendment wanted) {
        return access.open(caller, student).chain(asker -> requireOwn(caller, student, wanted)
                .chain(() -> rights.keep(Amendment.of(asker, wanted, clock.instant())))
                .call(request -> asker.coordinator() ? Uni.createFrom().voidItem() : outbox.publish(request.asked())));
    }

    @WithTransaction
    Uni<Amendment> read(Caller caller, UUID student, UUID id) {
        return access.open(caller, student)
                .call(asker -> log.school(asker.actor(), "amendment-request", List.of(student)))
                .chain(asker -> find(asker, id));
    }

    /** Newest first. */
    @WithTransaction
    Uni<List<Amendment>> list(Caller caller, UUID student, UUID before, int size) {
        return access.open(caller, student)
                .call(asker -> log.school(asker.actor(), "amendment-request-list", List.of(student)))
                .chain(asker ->
                        rights.page(Amendment.class, caller.tenant(), student, before == null ? NEWEST : before, size));
    }

    /** What waits at the schools that the caller coordinates today, oldest first. */
    @WithTransaction
    Uni<List<OpenAmendment>> open(Caller caller, UUID after, int size) {
        return access.desk(caller)
                .chain(desk -> rights.openAmendments(caller.tenant(), desk.at(), after, size)
                        .call(found -> log.school(
                                desk.who().coordinator(),
                                "amendment-request-desk",
                                found.stream().map(Amendment::studentId).toList())))
                .map(found -> found.stream().map(Amendment::toOpen).toList());
    }

    /** By a coordinator, once. */
    @WithTransaction
    Uni<Amendment> decide(Caller caller, UUID student, UUID id, long expected, AmendmentDecision decision) {
        Amendment.State to = decision.accepted() ? Amendment.State.ACCEPTED : Amendment.State.REFUSED;
        return access.open(caller, student)
                .invoke(Asker::requireCoordinator)
                .chain(asker -> change(
                        asker,
                        id,
                        expected,
                        amendment -> amendment.decide(
                                to, decision.reason(), asker.actor().personId(), clock.instant())));
    }

    /** By the family, or by a coordinator on its behalf, after a refusal. */
    @WithTransaction
    Uni<Amendment> state(Caller caller, UUID student, UUID id, long expected, AmendmentStatement words) {
        return access.open(caller, student)
                .chain(asker -> change(asker, id, expected, amendment -> amendment.state(words.statement())));
    }

    /** What must go with everything that is disclosed of a referral from now on; joins the running transaction. */
    @WithTransaction
    public Uni<List<String>> statements(UUID tenant, UUID student, UUID referral) {
        return rights.statements(tenant, student, referral);
    }

    private Uni<Amendment> change(Asker asker, UUID id, long expected, Consumer<Amendment> command) {
        return find(asker, id)
                .invoke(amendment -> {
                    Version.require(expected, amendment.version());
                    command.accept(amendment);
                })
                .call(rights::flush);
    }

    private Uni<Amendment> find(Asker asker, UUID id) {
        return rights.of(
                        Amendment.class,
                        asker.actor().organizationId(),
                        asker.student().id(),
                        id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such request of this student."));
    }

    private Uni<Void> requireOwn(Caller caller, UUID student, NewAmendment wanted) {
        if (wanted.referralId() == null) {
            return Uni.createFrom().voidItem();
        }
        return rights.isOf(caller.tenant(), student, wanted.referralId())
                .invoke(found -> {
                    if (!found) {
                        throw new Problem(
                                CommonProblem.INVALID,
                                "1 fault(s), each with its place.",
                                List.of(new Fault("/referralId", "unknown", "must be a referral of the student")));
                    }
                })
                .replaceWithVoid();
    }
}
