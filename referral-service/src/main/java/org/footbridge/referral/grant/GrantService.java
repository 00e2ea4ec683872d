package org.footbridge.referral.grant;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.grant.GrantRepository.Row;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.StaffChanges;

/** Gives and takes roles; each change is published as the person's new whole. */
@ApplicationScoped
class GrantService {
    private final GrantRepository grants;
    private final RosterService roster;
    private final DistrictService districts;
    private final StaffChanges staff;
    private final Clock clock;

    GrantService(
            GrantRepository grants, RosterService roster, DistrictService districts, StaffChanges staff, Clock clock) {
        this.grants = grants;
        this.roster = roster;
        this.districts = districts;
        this.staff = staff;
        this.clock = clock;
    }

    /** Fails with 422 for an unknown person or school, 409 where the person has the role there already. */
    @WithTransaction
    Uni<GrantResponse> give(Caller admin, NewGrant wanted) {
        UUID tenant = admin.tenant();
        return requireSchool(tenant, wanted.schoolId())
                .chain(() -> grants.staff(tenant, wanted.username()))
                .map(GrantService::requireOne)
                .map(person -> new Row(
                        Ids.next(), tenant, person, wanted.role(), wanted.schoolId(), admin.subject(), clock.instant()))
                .call(grant -> publishing(tenant, grant.person(), () -> insert(grant)))
                .chain(grant -> grants.find(tenant, grant.id()));
    }

    @WithTransaction
    Uni<List<GrantResponse>> page(UUID tenant, UUID after, int size) {
        return grants.page(tenant, after, size);
    }

    @WithTransaction
    Uni<GrantResponse> get(UUID tenant, UUID id) {
        return grants.find(tenant, id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such grant for this caller."));
    }

    /** Takes effect at once: relations are read on each request. */
    @WithTransaction
    Uni<Void> take(UUID tenant, UUID id) {
        return get(tenant, id).chain(grant -> publishing(tenant, grant.personId(), () -> grants.delete(tenant, id)));
    }

    private Uni<Void> publishing(UUID tenant, UUID person, Supplier<Uni<Void>> change) {
        return districts
                .settings(tenant)
                .chain(district -> staff.snapshot(tenant, district.dateAt(clock.instant()), person))
                .call(() -> change.get())
                .chain(staff::publishSince);
    }

    private Uni<Void> insert(Row grant) {
        return grants.insert(grant)
                .invoke(inserted -> {
                    if (!inserted) {
                        throw CommonProblem.ALREADY_EXISTS.because("The person has this role there already.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireSchool(UUID tenant, UUID school) {
        if (school == null) {
            return Uni.createFrom().voidItem();
        }
        return roster.school(tenant, school)
                .invoke(found -> {
                    if (found == null || !found.active()) {
                        throw invalid("/schoolId", "must be a school of the district");
                    }
                })
                .replaceWithVoid();
    }

    private static UUID requireOne(List<UUID> people) {
        if (people.size() != 1) {
            throw invalid("/username", "must be the username of exactly one member of staff in the roster");
        }
        return people.getFirst();
    }

    private static Problem invalid(String pointer, String message) {
        return new Problem(
                CommonProblem.INVALID, "The role cannot be given so.", List.of(new Fault(pointer, "unknown", message)));
    }
}
