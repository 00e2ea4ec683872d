package org.footbridge.referral.placement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Validator;
import java.util.List;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/**
 * Steps of an agency on many placements. Each is a transaction of its own and is judged by itself, as if it had come alone: one
 * that is refused leaves the others as they are.
 */
@ApplicationScoped
public class BulkService {
    private final AgencyService agency;
    private final ProgressService progress;
    private final Validator validator;

    BulkService(AgencyService agency, ProgressService progress, Validator validator) {
        this.agency = agency;
        this.progress = progress;
        this.validator = validator;
    }

    Uni<BulkResponse> all(Caller caller, BulkRequest request) {
        return Multi.createFrom()
                .iterable(request.items())
                .onItem()
                .transformToUniAndConcatenate(item -> one(caller, item))
                .collect()
                .asList()
                .map(BulkResponse::new);
    }

    private Uni<BulkResponse.Result> one(Caller caller, BulkRequest.Item item) {
        return Uni.createFrom()
                .deferred(() -> step(caller, item))
                .map(BulkResponse::done)
                .onFailure(OptimisticLockException.class)
                .transform(lost -> new Problem(CommonProblem.STALE, "Somebody else changed it first."))
                .onFailure(Problem.class)
                .recoverWithItem(refused -> BulkResponse.refused(item.id(), (Problem) refused));
    }

    private Uni<Placement> step(Caller caller, BulkRequest.Item item) {
        ReceiveRequest received = new ReceiveRequest(item.agencyReference());
        long version = item.version();
        return switch (BulkAction.valueOf(item.action())) {
            case ACKNOWLEDGE -> agency.acknowledge(caller, item.id(), version, checked(received));
            case ACCEPT -> agency.accept(caller, item.id(), version, checked(received));
            case WAITLIST ->
                progress.waitlist(
                        caller,
                        item.id(),
                        version,
                        checked(new WaitlistRequest(item.expectedDays())).expectedDays());
            case DECLINE ->
                agency.decline(
                        caller,
                        item.id(),
                        version,
                        checked(new DeclineRequest(item.code(), item.text(), item.part2())));
            case RESUME -> progress.resume(caller, item.id(), version);
            case COMPLETE -> agency.complete(caller, item.id(), version, checked(new CompleteRequest(item.code())));
            case END_NOT_SERVED ->
                agency.endNotServed(caller, item.id(), version, checked(new EndRequest(item.code())));
        };
    }

    /** The step's own rules; 422 with every fault. */
    private <T> T checked(T request) {
        List<Fault> faults = validator.validate(request).stream()
                .map(violation -> new Fault(
                        "/" + place(violation.getPropertyPath().toString()), "invalid", violation.getMessage()))
                .toList();
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
        return request;
    }

    /** What an outcome is called in an item. */
    private static String place(String member) {
        return member.equals("outcome") ? "code" : member;
    }
}
