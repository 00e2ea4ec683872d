package org.footbridge.referral.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.referral.jurisdiction.Authority.Decision;
import org.footbridge.referral.roster.Student;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may consent: a minor only where a reviewed rule in force says so, and a person looks at all that is not certain. */
class AuthoritiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate FOURTEEN = LocalDate.of(2012, 11, 25);

    @ParameterizedTest
    @CsvSource({
        // the day begins in the district's zone, not in the server's
        "2026-11-25T05:59:59Z, America/Chicago, GUARDIAN",
        "2026-11-25T06:00:00Z, America/Chicago, ELIGIBLE_STUDENT",
        "2026-11-25T09:59:59Z, Pacific/Honolulu, GUARDIAN",
        "2026-11-25T10:00:00Z, Pacific/Honolulu, ELIGIBLE_STUDENT"
    })
    void shouldMoveTheRightOnThe18thBirthdayOfTheDistrict(Instant now, ZoneId zone, Decision decision) {
        Student student = student(LocalDate.of(2008, 11, 25));
        LocalDate today = LocalDate.ofInstant(now, zone);
        Authority authority =
                new Authorities(student, "US-KS", List.of(reviewed(18, "REQUIRED")), today).on(Topic.OUTPATIENT_MH);
        assertThat(authority.decision()).isEqualTo(decision);
        assertThat(authority.needsHumanReview()).isFalse();
    }

    @Test
    void shouldLetAMinorSignWhoIsOldEnough() {
        Authority authority = on(student(FOURTEEN), "US-KS", reviewed(14, "PROHIBITED"));
        assertThat(authority.decision()).isEqualTo(Decision.MINOR);
        assertThat(authority.citation()).isEqualTo("KS 1-2");
        assertThat(authority.needsHumanReview()).isFalse();
        assertThat(on(student(FOURTEEN.plusDays(1)), "US-KS", reviewed(14, "PROHIBITED"))
                        .decision())
                .isEqualTo(Decision.GUARDIAN);
    }

    @Test
    void shouldHaveAPersonLookAtWhatIsNotCertain() {
        assertReview(on(student(FOURTEEN), null, reviewed(12, "PROHIBITED")), Decision.GUARDIAN, "no-rule");
        assertReview(on(student(FOURTEEN), "US-TX", reviewed(12, "PROHIBITED")), Decision.GUARDIAN, "no-rule");
        assertReview(on(student(null), "US-KS", reviewed(12, "PROHIBITED")), Decision.GUARDIAN, "birth-date-unknown");
        assertReview(on(student(FOURTEEN), "US-KS", reviewed(12, "REQUIRED")), Decision.GUARDIAN, "guardian-required");
        assertReview(
                on(student(FOURTEEN), "US-KS", reviewed(12, "UNLESS_HARMFUL")),
                Decision.MINOR,
                "guardian-unless-harmful");
        JurisdictionRule.Conditions limited = new JurisdictionRule.Conditions(6, null, null, true);
        assertReview(
                on(student(FOURTEEN), "US-KS", rule(12, "PROHIBITED", limited, TODAY, "Counsel")),
                Decision.MINOR,
                "conditions");
        assertReview(
                on(student(FOURTEEN), "US-KS", rule(12, "PROHIBITED", null, TODAY, null)),
                Decision.GUARDIAN,
                "rule-not-reviewed");
    }

    @Test
    void shouldKeepWhatAMinorHasToldWhenTheSessionsAreUsedUp() {
        // Given
        JurisdictionRule.Conditions limited = new JurisdictionRule.Conditions(6, null, null, true);
        JurisdictionRule rule = rule("SUD", 12, "PROHIBITED", limited, TODAY, "Counsel");
        Usage sixTimes = new Usage(6, TODAY.minusDays(60));

        // When
        Authorities usedUp =
                new Authorities(student(FOURTEEN), "US-KS", List.of(rule), TODAY, Map.of(Topic.SUD, sixTimes));

        // Then
        assertThat(usedUp.on(Topic.SUD).decision()).isEqualTo(Decision.GUARDIAN);
        assertThat(usedUp.keepsSubstanceUse()).isTrue();
        assertThat(new Authorities(student(FOURTEEN), "US-TX", List.of(rule), TODAY).keepsSubstanceUse())
                .isFalse();
    }

    @Test
    void shouldUseARuleOnItsDaysOnly() {
        assertThat(on(student(FOURTEEN), "US-KS", rule(12, "PROHIBITED", null, TODAY.minusDays(1), "Counsel"))
                        .reasons())
                .containsExactly("no-rule");
        assertThat(on(student(FOURTEEN), "US-KS", rule(12, "PROHIBITED", null, TODAY, "Counsel"))
                        .decision())
                .isEqualTo(Decision.MINOR);
    }

    private static void assertReview(Authority authority, Decision decision, String reason) {
        assertThat(authority.decision()).as(reason).isEqualTo(decision);
        assertThat(authority.needsHumanReview()).as(reason).isTrue();
        assertThat(authority.reasons()).contains(reason);
    }

    private static Authority on(Student student, String state, JurisdictionRule rule) {
        return new Authorities(student, state, List.of(rule), TODAY).on(Topic.OUTPATIENT_MH);
    }

    private static JurisdictionRule reviewed(int age, String involvement) {
        return rule(age, involvement, null, null, "Counsel");
    }

    private static JurisdictionRule rule(
            int age, String involvement, JurisdictionRule.Conditions conditions, LocalDate until, String reviewer) {
        return rule("OUTPATIENT_MH", age, involvement, conditions, until, reviewer);
    }

    private static JurisdictionRule rule(
            String topic,
            int age,
            String involvement,
            JurisdictionRule.Conditions conditions,
            LocalDate until,
            String reviewer) {
        return new JurisdictionRule(
                "US-KS",
                topic,
                age,
                conditions,
                involvement,
                LocalDate.of(2020, 1, 1),
                until,
                "KS 1-2",
                reviewer,
                reviewer == null ? null : LocalDate.of(2026, 1, 1));
    }

    private static Student student(LocalDate birthDate) {
        return new Student(
                UUID.randomUUID(), "s", "A", "B", null, null, List.of(), "en", birthDate, true, true, List.of());
    }
}
