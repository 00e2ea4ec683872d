package org.footbridge.referral.roster;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.referral.account.AccountService;
import org.footbridge.referral.district.DistrictService;

/**
 * What the other features ask the roster. Each method joins the running transaction, and the tenant that it takes must be
 * the one of that transaction: row-level security shows nothing of another.
 */
@ApplicationScoped
public class RosterService {
    private final AccountService accounts;
    private final DistrictService districts;
    private final StaffRepository staff;
    private final StudentRepository students;
    private final Clock clock;

    RosterService(
            AccountService accounts,
            DistrictService districts,
            StaffRepository staff,
            StudentRepository students,
            Clock clock) {
        this.accounts = accounts;
        this.districts = districts;
        this.staff = staff;
        this.students = students;
        this.clock = clock;
    }

    /** Who the caller is in the roster and where he or she may act; {@link Staff#NOBODY} for everybody else. */
    @WithTransaction
    public Uni<Staff> staff(Caller caller) {
        return accounts.person(caller)
                .chain(person -> person == null ? Uni.createFrom().item(Staff.NOBODY) : staff(caller, person));
    }

    private Uni<Staff> staff(Caller caller, UUID person) {
        return today(caller.tenant())
                .chain(today -> staff.assignments(caller.tenant(), person, today))
                .map(assignments -> Staff.of(
                        person,
                        schools(caller, Roles.EDUCATOR, assignments),
                        schools(caller, Roles.COUNSELOR, assignments),
                        schools(caller, Roles.COORDINATOR, assignments),
                        caller.has(Roles.COORDINATOR) ? assignments.lent() : Map.of()));
    }

    /** A student with the schools of today, {@code null} where there is none. */
    @WithTransaction
    public Uni<Student> student(UUID tenant, UUID student) {
        return today(tenant).chain(today -> students.find(tenant, student, today));
    }

    /** The guardians of now in a stable order, those without rights included. */
    @WithTransaction
    public Uni<List<Guardian>> guardians(UUID tenant, UUID student) {
        return students.guardians(tenant, student);
    }

    /** {@code null} where there is none. */
    @WithTransaction
    public Uni<School> school(UUID tenant, UUID school) {
        return students.school(tenant, school);
    }

    /** The schools of today behind a name and id, with what the caller is there. */
    @WithTransaction
    Uni<List<SchoolItem>> schools(Caller caller, String afterName, UUID afterId, int size) {
        return staff(caller).chain(me -> students.schools(caller.tenant(), afterName, afterId, size)
                .map(found -> found.stream()
                        .map(school -> new SchoolItem(school.id(), school.name(), me.rolesAt(school.id())))
                        .toList()));
    }

    /** Those of the ids that are people of the roster, also such as have left it. */
    @WithTransaction
    public Uni<Map<UUID, Person>> people(UUID tenant, Collection<UUID> ids) {
        return staff.people(tenant, new HashSet<>(ids));
    }

    /** Who coordinates at a school today, by grant for it or for the whole district, those of the school first. */
    @WithTransaction
    public Uni<List<Person>> coordinators(UUID tenant, UUID school) {
        return staff.coordinators(tenant, school);
    }

    /** These people, and behind them whoever stands in for one of them at the school today. */
    @WithTransaction
    public Uni<List<Person>> withStandIns(UUID tenant, UUID school, List<Person> people) {
        Set<UUID> ids = people.stream().map(Person::id).collect(Collectors.toSet());
        return today(tenant)
                .chain(today -> staff.standIns(tenant, school, ids, today))
                .map(more ->
                        Stream.concat(people.stream(), more.stream()).distinct().toList());
    }

    /** Those of the ids that are people of the district's staff today. */
    @WithTransaction
    public Uni<Set<UUID>> staffAmong(UUID tenant, Set<UUID> ids) {
        return staff.among(tenant, ids);
    }

    /** Those of the ids whom the district may still write to: whoever has left, or is disabled, hears nothing. */
    @WithTransaction
    public Uni<List<Person>> staffStillHere(UUID tenant, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : staff.among(tenant, new HashSet<>(ids))
                        .chain(here -> staff.people(tenant, here))
                        .map(found -> List.copyOf(found.values()));
    }

    /** The same, of those who have a part in a school today, whatever it is. */
    @WithTransaction
    public Uni<List<Person>> staffStillAt(UUID tenant, UUID school, UUID person) {
        return today(tenant)
                .chain(today -> staff.assignments(tenant, person, today))
                .chain(assigned -> assigned.schools().values().stream().anyMatch(schools -> schools.contains(school))
                        ? staffStillHere(tenant, Set.of(person))
                        : Uni.createFrom().item(List.of()));
    }

    /** Who coordinates in the whole district today. */
    @WithTransaction
    public Uni<List<Person>> districtCoordinators(UUID tenant) {
        return staff.districtCoordinators(tenant);
    }

    /** The schools that somebody coordinates today, whatever his or her token says. */
    @WithTransaction
    public Uni<Set<UUID>> coordinated(UUID tenant, UUID person) {
        return assigned(tenant, person, Roles.COORDINATOR);
    }

    /** The schools where somebody is a counselor today, whatever his or her token says. */
    @WithTransaction
    public Uni<Set<UUID>> counseled(UUID tenant, UUID person) {
        return assigned(tenant, person, Roles.COUNSELOR);
    }

    private Uni<Set<UUID>> assigned(UUID tenant, UUID person, String role) {
        return today(tenant)
                .chain(today -> staff.assignments(tenant, person, today))
                .map(assignments -> assignments.of(role));
    }

    private Uni<LocalDate> today(UUID tenant) {
        return districts.settings(tenant).map(settings -> settings.dateAt(clock.instant()));
    }

    /** The token's role is necessary, the roster's relation too. */
    private static Set<UUID> schools(Caller caller, String role, StaffRepository.Assignments assignments) {
        return caller.has(role) ? assignments.of(role) : Set.of();
    }
}
