package org.footbridge.referral.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.roster.Student;

/**
 * Somebody of a family, with the relations that the roster gives at this moment.
 *
 * @param self the caller as a student, {@code null} for one who is none
 * @param children those whom the caller has rights over and may be told about; none that has come of age
 * @param today the district's day
 * @param language BCP 47: what the roster knows, else what the request asks for
 */
record FamilyCaller(
        Caller caller, UUID person, Student self, List<Student> children, LocalDate today, String language) {
    private static final int COPPA_AGE = 13;
    private static final int OF_AGE = 18;

    boolean isSelf(UUID student) {
        return self != null && self.id().equals(student);
    }

    /** Whom the caller may ask help for; the caller himself or herself without an id. */
    Optional<Student> student(UUID wanted) {
        if (self != null && (wanted == null || isSelf(wanted))) {
            return Optional.of(self);
        }
        return children.stream().filter(child -> child.id().equals(wanted)).findFirst();
    }

    /** Whose records are the caller's to ask for: those of minor children, and one's own from the day of coming of age. */
    Optional<Student> holds(UUID wanted) {
        return student(wanted).filter(student -> !isSelf(wanted) || !student.isMinorOn(today));
    }

    /** All students that the caller may know of. */
    List<UUID> students() {
        List<UUID> all = new ArrayList<>(children.stream().map(Student::id).toList());
        if (self != null) {
            all.add(self.id());
        }
        return all;
    }

    /** Nothing but a request to be called may be taken from a child (16 CFR 312); an unknown age counts as a child's. */
    boolean isChild() {
        return self != null && self.ageOn(today).orElse(0) < COPPA_AGE;
    }

    /** Old enough to follow what the school does for him or her, or of age: then all of it. */
    FamilyRepository.Follows follows() {
        int age = self == null ? 0 : self.ageOn(today).orElse(0);
        if (age >= OF_AGE) {
            return FamilyRepository.Follows.ALL;
        }
        return age >= COPPA_AGE ? FamilyRepository.Follows.TRIAGED : FamilyRepository.Follows.OWN;
    }

    Actor actorFor(UUID student) {
        return as(isSelf(student) ? Roles.STUDENT : Roles.GUARDIAN);
    }

    /** The caller over a page that may mix both relations. */
    Actor reader() {
        return as(self == null ? Roles.GUARDIAN : Roles.STUDENT);
    }

    private Actor as(String role) {
        return new Actor(caller.subject(), person, caller.tenant(), role.toUpperCase(Locale.ROOT));
    }
}
