package org.footbridge.referral.delegation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.roster.RosterService;

/** Lets somebody stand in for a coordinator: by the coordinator, or for one who is away already by the district. */
@ApplicationScoped
public class DelegationService {
    private final DelegationRepository delegations;
    private final RosterService roster;
    private final DistrictService districts;
    private final Clock clock;

    DelegationService(DelegationRepository delegations, RosterService roster, DistrictService districts, Clock clock) {
        this.delegations = delegations;
        this.roster = roster;
        this.districts = districts;
        this.clock = clock;
    }

    /** A delegation, and the day of the district that tells whether it holds. */
    record Known(Delegation delegation, LocalDate today) {
        DelegationResponse response() {
            return delegation.toResponse(today);
        }
    }

    /** Fails with 422 for an absence that cannot be, 403 for somebody else's. */
    @WithTransaction
    Uni<Known> give(Caller caller, NewDelegation wanted) {
        return roster.staff(caller)
                .map(staff -> absent(caller, staff.personId(), wanted))
                .chain(absent -> today(caller).chain(today -> delegations
                        .parties(caller.tenant(), absent, wanted.toPersonId(), wanted.schoolId())
                        .invoke(parties -> refuse(faults(wanted, absent, parties, today)))
                        .chain(() -> delegations.persistAndFlush(
                                Delegation.of(caller.tenant(), absent, wanted, caller.subject(), clock.instant())))
                        .map(delegation -> new Known(delegation, today))));
    }

    @WithTransaction
    Uni<Known> read(Caller caller, UUID id) {
        return find(caller, id).chain(delegation -> known(caller, delegation));
    }

    /** Newest first: the district's for its administrator, one's own for everybody else. */
    @WithTransaction
    Uni<List<Known>> list(Caller caller, UUID before, int size) {
        return roster.staff(caller)
                .chain(staff -> isAdmin(caller) || staff.isKnown()
                        ? delegations.page(caller.tenant(), isAdmin(caller) ? null : staff.personId(), before, size)
                        : Uni.createFrom().item(List.<Delegation>of()))
                .chain(page -> today(caller).map(today -> page.stream()
                        .map(delegation -> new Known(delegation, today))
                        .toList()));
    }

    /** By either of the two, or by the district; it ends at once. */
    @WithTransaction
    Uni<Known> revoke(Caller caller, UUID id, long expected) {
        return find(caller, id)
                .invoke(delegation -> {
                    Version.require(expected, delegation.version());
                    delegation.revoke(caller.subject(), clock.instant());
                })
                .call(delegations::flush)
                .chain(delegation -> known(caller, delegation));
    }

    private Uni<Delegation> find(Caller caller, UUID id) {
        return roster.staff(caller)
                .chain(staff -> delegations.of(caller.tenant(), id).invoke(found -> {
                    if (found == null || !(isAdmin(caller) || found.concerns(staff.personId()))) {
                        throw CommonProblem.NOT_FOUND.because("There is no such delegation for this caller.");
                    }
                }));
    }

    private Uni<Known> known(Caller caller, Delegation delegation) {
        return today(caller).map(today -> new Known(delegation, today));
    }

    private Uni<LocalDate> today(Caller caller) {
        return districts.settings(caller.tenant()).map(district -> district.dateAt(clock.instant()));
    }

    private static boolean isAdmin(Caller caller) {
        return caller.has(Roles.DISTRICT_ADMIN);
    }

    private static UUID absent(Caller caller, UUID me, NewDelegation wanted) {
        UUID absent = wanted.fromPersonId() == null ? me : wanted.fromPersonId();
        if (absent == null) {
            throw invalid(List.of(new Fault("/fromPersonId", "needed", "is needed: the caller is not in the roster")));
        }
        if (!absent.equals(me) && !isAdmin(caller)) {
            throw CommonProblem.FORBIDDEN.because("For somebody else only a district administrator does this.");
        }
        return absent;
    }

    private static List<Fault> faults(
            NewDelegation wanted, UUID absent, DelegationRepository.Parties parties, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (wanted.from().isBefore(today)) {
            faults.add(new Fault("/from", "past", "must not be before today"));
        }
        if (!parties.absentCoordinates()) {
            String place = wanted.schoolId() == null ? "/fromPersonId" : "/schoolId";
            faults.add(new Fault(place, "unknown", "must be where the absent one coordinates"));
        }
        if (absent.equals(wanted.toPersonId())) {
            faults.add(new Fault("/toPersonId", "same", "must be somebody else"));
        } else if (!parties.delegateIsStaff()) {
            faults.add(new Fault("/toPersonId", "unknown", "must be an active member of staff"));
        }
        if (wanted.until().isBefore(wanted.from())
                || wanted.until().isAfter(wanted.from().plusYears(1))) {
            faults.add(new Fault("/until", "range", "must be from the first day to a year after it"));
        }
        return faults;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    private static Problem invalid(List<Fault> faults) {
        return new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
    }
}
