package org.footbridge.referral.student;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.Staff;
import org.footbridge.referral.roster.Student;
import org.footbridge.referral.student.StudentSearch.Found;
import org.footbridge.referral.student.StudentSearch.Position;
import org.footbridge.referral.student.StudentSearch.Query;

/** Shows students to the staff of their schools, and to nobody else. */
@ApplicationScoped
class StudentService {
    private final RosterService roster;
    private final DistrictService districts;
    private final StudentSearch search;
    private final AccessLog log;
    private final Clock clock;

    StudentService(RosterService roster, DistrictService districts, StudentSearch search, AccessLog log, Clock clock) {
        this.roster = roster;
        this.districts = districts;
        this.search = search;
        this.log = log;
        this.clock = clock;
    }

    /** What the caller asks for; {@code schoolId} and {@code words} may be {@code null}. */
    record Listing(UUID schoolId, String words, Position after, int limit) {}

    /** Students of the caller's schools, and one more than asked for where there are more; of another school there are none. */
    @WithTransaction
    Uni<List<Found>> list(Caller caller, Listing listing) {
        return roster.staff(caller).chain(staff -> find(caller, staff, listing)
                .call(found -> log.school(reader(caller, staff), "student-list", shown(found, listing))));
    }

    private Uni<List<Found>> find(Caller caller, Staff staff, Listing listing) {
        return today(caller.tenant())
                .chain(today -> search.find(new Query(
                        caller.tenant(),
                        schools(staff, listing.schoolId()),
                        listing.words(),
                        today,
                        listing.after(),
                        listing.limit() + 1)));
    }

    private static List<UUID> shown(List<Found> found, Listing listing) {
        return found.stream()
                .limit(listing.limit())
                .map(one -> one.student().id())
                .toList();
    }

    /** 404 for a student of another school, as for one who does not exist. */
    @WithTransaction
    Uni<StudentResponse> get(Caller caller, UUID id) {
        return roster.staff(caller)
                .chain(staff -> roster.student(caller.tenant(), id)
                        .invoke(student -> requireOwn(staff, student))
                        .call(() -> log.school(reader(caller, staff), "student", List.of(id))))
                .chain(student -> roster.guardians(caller.tenant(), id).chain(guardians -> today(caller.tenant())
                        .map(today -> StudentResponse.from(student, guardians, today))));
    }

    private Uni<LocalDate> today(UUID tenant) {
        return districts.settings(tenant).map(settings -> settings.dateAt(clock.instant()));
    }

    private static Set<UUID> schools(Staff staff, UUID wanted) {
        if (wanted == null) {
            return staff.schools();
        }
        return staff.worksAt(wanted) ? Set.of(wanted) : Set.of();
    }

    /** The widest relation that the caller has somewhere. */
    private static Actor reader(Caller caller, Staff staff) {
        String role = staff.counselorAt().isEmpty() ? Roles.EDUCATOR : Roles.COUNSELOR;
        String widest = staff.coordinatorAt().isEmpty() ? role : Roles.COORDINATOR;
        return new Actor(caller.subject(), staff.personId(), caller.tenant(), widest.toUpperCase(Locale.ROOT));
    }

    private static void requireOwn(Staff staff, Student student) {
        boolean own = student != null && student.schools().stream().anyMatch(school -> staff.worksAt(school.id()));
        if (!own) {
            throw CommonProblem.NOT_FOUND.because("There is no such student for this caller.");
        }
    }
}
