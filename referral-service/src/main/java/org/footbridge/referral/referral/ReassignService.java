package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Handling;
import org.footbridge.referral.referral.ReassignResponse.Item;
import org.footbridge.referral.referral.ReassignResponse.Result;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/** Hands many referrals over at once, each authorised by itself: one that may not be touched spoils none of the others. */
@ApplicationScoped
public class ReassignService {
    /** As many referrals of one person are handed over in one transaction. */
    static final int PAGE = 100;

    private final SchoolAccess access;
    private final ReferralRepository referrals;
    private final CaseFiles files;
    private final RosterService roster;
    private final Clock clock;

    ReassignService(
            SchoolAccess access, ReferralRepository referrals, CaseFiles files, RosterService roster, Clock clock) {
        this.access = access;
        this.referrals = referrals;
        this.files = files;
        this.roster = roster;
        this.clock = clock;
    }

    /** What was done with each, and behind which referral the rest begins; {@code null} when nothing is left. */
    record Reassigned(List<Item> items, UUID rest) {}

    @WithTransaction
    Uni<Reassigned> reassign(Caller caller, ReassignRequest request, UUID after) {
        if (request.ids() == null && request.from() == null) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "1 fault(s), each with its place.",
                    List.of(new Fault("/from", "needed", "is needed without ids")));
        }
        return access.caller(caller).chain(who -> asked(who, request, after).chain(ids -> referrals
                .lock(caller.tenant(), ids)
                .chain(() -> all(who, request, ids))
                .map(items -> new Reassigned(items, rest(request, ids)))));
    }

    private Uni<List<UUID>> asked(SchoolCaller who, ReassignRequest request, UUID after) {
        return request.ids() == null
                ? referrals.openOnesOf(
                        who.caller().tenant(), request.from(), who.staff().coordinatorAt(), after, PAGE)
                : Uni.createFrom().item(request.ids().stream().distinct().toList());
    }

    private static UUID rest(ReassignRequest request, List<UUID> ids) {
        return request.ids() == null && ids.size() == PAGE ? ids.getLast() : null;
    }

    private Uni<List<Item>> all(SchoolCaller who, ReassignRequest request, List<UUID> ids) {
        Map<UUID, List<Person>> coordinators = new HashMap<>();
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> access.find(who, id)
                        .chain(opened -> one(opened, request, coordinators))
                        .map(result -> new Item(id, result)))
                .collect()
                .asList();
    }

    private Uni<Result> one(Opened opened, ReassignRequest request, Map<UUID, List<Person>> coordinators) {
        if (opened == null || !opened.byCoordinator()) {
            return Uni.createFrom().item(Result.NOT_FOUND);
        }
        Referral referral = opened.referral();
        if (request.to().equals(referral.coordinatorId())) {
            return Uni.createFrom().item(Result.UNCHANGED);
        }
        if (request.from() != null && !request.from().equals(referral.coordinatorId())) {
            return Uni.createFrom().item(Result.NOT_OF_FROM);
        }
        if (!referral.allowed().contains(ReferralCommand.ASSIGN)) {
            return Uni.createFrom().item(Result.WRONG_STATE);
        }
        return coordinators(referral, coordinators).chain(all -> all.stream()
                .filter(person -> person.id().equals(request.to()))
                .findFirst()
                .map(person -> assign(opened, person))
                .orElseGet(() -> Uni.createFrom().item(Result.NOT_A_COORDINATOR_THERE)));
    }

    private Uni<Result> assign(Opened opened, Person to) {
        return files.record(
                        opened.file(), new Handling(opened.file()).assign(to, opened.coordinator(), clock.instant()))
                .replaceWith(Result.REASSIGNED);
    }

    /** Asked once per school. */
    private Uni<List<Person>> coordinators(Referral referral, Map<UUID, List<Person>> known) {
        List<Person> found = known.get(referral.schoolId());
        return found != null
                ? Uni.createFrom().item(found)
                : roster.coordinators(referral.tenantId(), referral.schoolId())
                        .invoke(people -> known.put(referral.schoolId(), people));
    }
}
