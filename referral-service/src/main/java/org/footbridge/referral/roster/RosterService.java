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
                .map(assignments -> new Staff(
                        person,
                        schools(caller, Roles.EDUCATOR, assignments),
                        schools(caller, Roles.COUNSELOR, assignments),
                        schools(caller, Roles.COORDINATOR, assignments)));
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

    private Uni<LocalDate> today(UUID tenant) {
        return districts.settings(tenant).map(settings -> settings.dateAt(clock.instant()));
    }

    /** The token's role is necessary, the roster's relation too. */
    private static Set<UUID> schools(Caller caller, String role, Map<String, Set<UUID>> assignments) {
        return caller.has(role) ? assignments.getOrDefault(role, Set.of()) : Set.of();
    }
}
