package org.footbridge.referral.roster;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A student as the roster knows him or her now.
 *
 * @param sourcedId the school system's own id, unique in the district
 * @param preferredGivenName {@code null} where none is known, as the other preferred name
 * @param grades CEDS codes such as {@code KG} or {@code 09}
 * @param homeLanguage BCP 47, {@code null} where unknown
 * @param birthDate {@code null} where unknown: counts as a minor who needs a human's review (decision 7)
 * @param enabled false where the school system has switched the student off
 * @param active false for one who has left the roster; open referrals go on
 * @param schools those of now, the primary one first
 */
public record Student(
        UUID id,
        String sourcedId,
        String givenName,
        String familyName,
        String preferredGivenName,
        String preferredFamilyName,
        List<String> grades,
        String homeLanguage,
        LocalDate birthDate,
        boolean enabled,
        boolean active,
        List<School> schools) {
    private static final int OF_AGE = 18;

    public Student {
        grades = List.copyOf(grades);
        schools = List.copyOf(schools);
    }

    /** The name to address and to show: preferred names where there are some. */
    public String displayName() {
        return (preferredGivenName == null ? givenName : preferredGivenName) + " "
                + (preferredFamilyName == null ? familyName : preferredFamilyName);
    }

    /** Whether a new referral may be made. */
    public boolean isReferable() {
        return active && enabled;
    }

    public boolean attends(UUID schoolId) {
        return schools.stream().anyMatch(school -> school.id().equals(schoolId));
    }

    /** In whole years; empty where the birth date is unknown. */
    public OptionalInt ageOn(LocalDate day) {
        return birthDate == null
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(birthDate, day).getYears());
    }

    /** True where the birth date is unknown. */
    public boolean isMinorOn(LocalDate day) {
        return ageOn(day).orElse(0) < OF_AGE;
    }

    public boolean needsHumanReview() {
        return birthDate == null;
    }
}
