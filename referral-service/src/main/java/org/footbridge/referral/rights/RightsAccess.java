package org.footbridge.referral.rights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.family.FamilyAccess;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.School;
import org.footbridge.referral.roster.Student;

/** Decides who may ask about a student's records at this moment: at 18 the rights move from the guardians to the student. */
@ApplicationScoped
public class RightsAccess {
    private final SchoolAccess schools;
    private final FamilyAccess families;
    private final RosterService roster;
    private final RightsRepository rights;
    private final DistrictService districts;
    private final Clock clock;

    RightsAccess(
            SchoolAccess schools,
            FamilyAccess families,
            RosterService roster,
            RightsRepository rights,
            DistrictService districts,
            Clock clock) {
        this.schools = schools;
        this.families = families;
        this.roster = roster;
        this.rights = rights;
        this.districts = districts;
        this.clock = clock;
    }

    /** 404 for a student whom the caller has no such relation to. */
    public Uni<Asker> open(Caller caller, UUID student) {
        return caller.has(Roles.COORDINATOR)
                ? schools.caller(caller).chain(who -> roster.student(caller.tenant(), student)
                        .onItem()
                        .ifNull()
                        .failWith(RightsAccess::unknown)
                        .chain(found ->
                                keeping(caller.tenant(), found).map(keeping -> coordinator(who, found, keeping))))
                : families.holder(caller, student)
                        .onItem()
                        .ifNull()
                        .failWith(RightsAccess::unknown)
                        .map(holder -> new Asker(holder.actor(), holder.student(), false));
    }

    /**
     * What is asked for as a desk.
     *
     * @param at the students of the schools that the caller coordinates today; none for who coordinates none
     */
    record Desk(SchoolCaller who, RightsRepository.OpenAt at) {}

    /** The caller's desk today, in the district's zone. */
    Uni<Desk> desk(Caller caller) {
        return schools.caller(caller).chain(who -> districts
                .settings(caller.tenant())
                .map(district -> new Desk(
                        who,
                        new RightsRepository.OpenAt(who.staff().coordinatorAt(), district.dateAt(clock.instant())))));
    }

    /** The schools that keep a student's record today; none for whom nobody knows. */
    Uni<List<UUID>> keeping(UUID tenant, UUID student) {
        return roster.student(tenant, student)
                .chain(found -> found == null ? Uni.createFrom().item(List.of()) : keeping(tenant, found));
    }

    /** The student's own, and after the last of them the one that referred last. */
    private Uni<List<UUID>> keeping(UUID tenant, Student student) {
        return student.schools().isEmpty()
                ? rights.lastSchool(tenant, student.id()).map(last -> last == null ? List.of() : List.of(last))
                : Uni.createFrom()
                        .item(student.schools().stream().map(School::id).toList());
    }

    private static Asker coordinator(SchoolCaller who, Student student, List<UUID> keeping) {
        if (keeping.stream().noneMatch(who.staff()::coordinates)) {
            throw unknown();
        }
        return new Asker(who.coordinator(), student, true);
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such student for this caller.");
    }
}
