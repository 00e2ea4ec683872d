package org.footbridge.referral.rights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
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

    RightsAccess(SchoolAccess schools, FamilyAccess families, RosterService roster) {
        this.schools = schools;
        this.families = families;
        this.roster = roster;
    }

    /** 404 for a student whom the caller has no such relation to. */
    public Uni<Asker> open(Caller caller, UUID student) {
        return caller.has(Roles.COORDINATOR)
                ? schools.caller(caller)
                        .chain(who -> roster.student(caller.tenant(), student).map(found -> coordinator(who, found)))
                : families.holder(caller, student)
                        .onItem()
                        .ifNull()
                        .failWith(RightsAccess::unknown)
                        .map(holder -> new Asker(holder.actor(), holder.student(), false));
    }

    /** The caller as a coordinator of some school; who is none sees an empty desk. */
    Uni<SchoolCaller> coordinator(Caller caller) {
        return schools.caller(caller);
    }

    private static Asker coordinator(SchoolCaller who, Student student) {
        boolean own =
                student != null && student.schools().stream().map(School::id).anyMatch(who.staff()::coordinates);
        if (!own) {
            throw unknown();
        }
        return new Asker(who.coordinator(), student, true);
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such student for this caller.");
    }
}
