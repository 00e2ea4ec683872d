package org.footbridge.referral.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.referral.Concern;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Guardian;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.Student;

/** What an agency gets to read: one part per scope of the consent, and no part beyond it. Holds no id of the roster. */
@Schema(description = "The parts that the consent covers; the others are missing.")
public record DisclosedContent(
        Identity identity,
        Contact contact,
        Concerns concerns,
        Description description,
        InsurancePart insurance,
        SchoolPart school,

        @Schema(
                maxItems = 100,
                description = "What the family put to the record (34 CFR 99.21). It travels with the record.")
        List<String> statements) {

    /** Who the student is. */
    @Schema(name = "DisclosedIdentity")
    public record Identity(
            @Schema(maxLength = 200) String givenName,
            @Schema(maxLength = 200) String familyName,

            @Schema(maxLength = 401, description = "The name to use.")
            String preferredName,

            LocalDate birthDate,
            @Schema(maxItems = 10) List<String> grades) {}

    /** Whom to call, and in which language. */
    @Schema(name = "DisclosedContact")
    public record Contact(
            @Schema(maxLength = 35) String homeLanguage,
            boolean interpreterNeeded,
            @Schema(maxItems = 20) List<GuardianPart> guardians) {}

    /** A guardian with rights who may be contacted. */
    @Schema(name = "DisclosedGuardian")
    public record GuardianPart(
            @Schema(maxLength = 401) String name,
            @Schema(maxLength = 40) String relation,
            @Schema(maxLength = 320) String email,
            @Schema(maxLength = 60) String phone,
            @Schema(maxLength = 35) String language) {}

    /** Why, in codes, and how soon. */
    @Schema(name = "DisclosedConcerns")
    public record Concerns(
            @Schema(maxLength = 20) String urgency,
            @Schema(maxItems = 10) List<String> codes) {}

    /** Why, in the school's words. */
    @Schema(name = "DisclosedDescription")
    public record Description(
            @Schema(maxLength = 2000) String description,
            @Schema(maxLength = 2000) String actionsTried,
            @Schema(maxLength = 2000) String strengths,
            @Schema(maxLength = 2000) String expectedOutcome) {}

    /** How care may be paid for. */
    @Schema(name = "DisclosedInsurance")
    public record InsurancePart(@Schema(maxLength = 20) String type) {}

    /** Whom to call at the school. */
    @Schema(name = "DisclosedSchool")
    public record SchoolPart(
            @Schema(maxLength = 500) String district,
            @Schema(maxLength = 500) String school,
            @Schema(maxLength = 401) String coordinator,
            @Schema(maxLength = 60) String phone) {}

    /** Everything that parts are taken from. {@code coordinator} is {@code null} for one who has left the roster. */
    public record Source(
            Referral referral,
            Student student,
            List<Guardian> guardians,
            DistrictSettings district,
            Person coordinator,
            List<String> statements) {}

    /** Only the parts that are covered. */
    static DisclosedContent of(Set<RecordScope> covered, Source source) {
        boolean part2 = covered.contains(RecordScope.PART2);
        return new DisclosedContent(
                covered.contains(RecordScope.IDENTITY) ? identity(source.student()) : null,
                covered.contains(RecordScope.CONTACT) ? contact(source) : null,
                covered.contains(RecordScope.CONCERNS) ? concerns(source.referral(), part2) : null,
                covered.contains(RecordScope.DESCRIPTION) && mayTell(source.referral(), part2)
                        ? description(source.referral())
                        : null,
                covered.contains(RecordScope.INSURANCE) ? insurance(source.referral()) : null,
                covered.contains(RecordScope.SCHOOL) ? school(source) : null,
                source.statements().isEmpty() ? null : source.statements());
    }

    private static Identity identity(Student student) {
        return new Identity(
                student.givenName(),
                student.familyName(),
                student.displayName(),
                student.birthDate(),
                student.grades());
    }

    private static Contact contact(Source source) {
        List<GuardianPart> reachable = source.guardians().stream()
                .filter(guardian -> source.referral().access().guardianContact())
                .filter(guardian -> guardian.hasRights() && guardian.mayContact())
                .map(DisclosedContent::guardian)
                .toList();
        return new Contact(
                source.referral().access().homeLanguage(),
                source.referral().access().interpreterNeeded(),
                reachable);
    }

    private static GuardianPart guardian(Guardian guardian) {
        return new GuardianPart(
                guardian.givenName() + " " + guardian.familyName(),
                guardian.relation(),
                guardian.email(),
                guardian.phone() == null ? guardian.sms() : guardian.phone(),
                guardian.language());
    }

    /** Without the consent that names it, substance use is not among the codes, and nothing tells that it was. */
    private static Concerns concerns(Referral referral, boolean part2) {
        return new Concerns(
                referral.urgency().name(),
                referral.need().concerns().stream()
                        .filter(code -> part2 || !Concern.valueOf(code).isPart2())
                        .toList());
    }

    /** The school's own words about such a need may tell of it anywhere. */
    private static boolean mayTell(Referral referral, boolean part2) {
        return part2 || !referral.need().isPart2();
    }

    private static Description description(Referral referral) {
        return new Description(
                referral.need().texts().description(),
                referral.need().texts().actionsTried(),
                referral.need().texts().strengths(),
                referral.need().texts().expectedOutcome());
    }

    private static InsurancePart insurance(Referral referral) {
        return new InsurancePart(referral.access().insurance().name());
    }

    private static SchoolPart school(Source source) {
        return new SchoolPart(
                source.district().name(),
                source.referral().schoolName(),
                source.coordinator() == null ? null : source.coordinator().name(),
                source.district().phone());
    }
}
