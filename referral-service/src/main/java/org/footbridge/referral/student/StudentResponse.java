package org.footbridge.referral.student;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.roster.Guardian;
import org.footbridge.referral.roster.School;
import org.footbridge.referral.roster.Student;

/** A student with schools and guardians, as the staff of one of the schools sees him or her. */
@Schema(name = "Student")
record StudentResponse(
        UUID id,
        @Schema(description = "The school system's own id.") String sourcedId,
        String givenName,
        String familyName,
        String preferredGivenName,
        String preferredFamilyName,
        String displayName,

        @Schema(description = "CEDS codes such as KG or 09.")
        List<String> grades,

        @Schema(description = "Missing where it is unknown: then the student counts as a minor.")
        LocalDate birthDate,

        @Schema(description = "In whole years, in the district's zone.")
        Integer age,

        boolean minor,

        @Schema(description = "The age is unknown, somebody has to look.")
        boolean needsHumanReview,

        @Schema(description = "Whether a new referral may be made.")
        boolean referable,

        @Schema(description = "The primary one first.") List<SchoolRef> schools,
        List<GuardianRef> guardians) {

    /** A school by name. */
    @Schema(name = "SchoolRef")
    record SchoolRef(UUID id, String name) {}

    /** A guardian and how to reach him or her. */
    @Schema(name = "Guardian")
    record GuardianRef(
            UUID id,
            String givenName,
            String familyName,

            @Schema(description = "guardian, parent or relative; readers must expect others.")
            String relation,

            String email,
            String phone,
            String sms,
            @Schema(description = "BCP 47") String language,
            boolean hasRights,
            boolean mayContact) {}

    static StudentResponse from(Student student, List<Guardian> guardians, LocalDate today) {
        return new StudentResponse(
                student.id(),
                student.sourcedId(),
                student.givenName(),
                student.familyName(),
                student.preferredGivenName(),
                student.preferredFamilyName(),
                student.displayName(),
                student.grades(),
                student.birthDate(),
                student.ageOn(today).isPresent() ? student.ageOn(today).getAsInt() : null,
                student.isMinorOn(today),
                student.needsHumanReview(),
                student.isReferable(),
                student.schools().stream().map(StudentResponse::school).toList(),
                guardians.stream().map(StudentResponse::guardian).toList());
    }

    private static SchoolRef school(School school) {
        return new SchoolRef(school.id(), school.name());
    }

    private static GuardianRef guardian(Guardian guardian) {
        return new GuardianRef(
                guardian.personId(),
                guardian.givenName(),
                guardian.familyName(),
                guardian.relation(),
                guardian.email(),
                guardian.phone(),
                guardian.sms(),
                guardian.language(),
                guardian.hasRights(),
                guardian.mayContact());
    }
}
