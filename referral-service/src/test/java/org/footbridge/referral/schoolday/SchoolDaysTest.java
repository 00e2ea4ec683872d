package org.footbridge.referral.schoolday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.footbridge.referral.district.DistrictMother;
import org.footbridge.referral.district.DistrictSettings;
import org.junit.jupiter.api.Test;

/** 9 October 2026 is a Friday. */
class SchoolDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 9);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final LocalDate TUESDAY = FRIDAY.plusDays(4);
    private static final DistrictSettings DISTRICT = DistrictMother.chicago(Set.of(FRIDAY), Set.of(MONDAY));

    @Test
    void shouldFollowTheDistrict() {
        SchoolDays days = SchoolDays.of(DISTRICT);

        assertThat(days.isSchoolDay(FRIDAY)).isFalse();
        assertThat(days.isSchoolDay(MONDAY)).isFalse();
        assertThat(days.isSchoolDay(TUESDAY)).isTrue();
        assertThat(days.isBusinessDay(FRIDAY)).isTrue();
        assertThat(days.isBusinessDay(SATURDAY)).isFalse();
        assertThat(days.isBusinessDay(MONDAY)).isFalse();
        assertThat(days.daysOff()).containsExactly(FRIDAY, MONDAY);
    }

    @Test
    void shouldCloseAndOpenOneSchool() {
        SchoolDays days = new SchoolDays(DISTRICT, Set.of(TUESDAY), Set.of(FRIDAY, SATURDAY));

        assertThat(days.isSchoolDay(TUESDAY)).isFalse();
        assertThat(days.isSchoolDay(FRIDAY)).isTrue();
        assertThat(days.isSchoolDay(SATURDAY)).isTrue();
        assertThat(days.daysOff()).containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void shouldLeaveTheAgencysDaysAlone() {
        SchoolDays days = new SchoolDays(DISTRICT, Set.of(TUESDAY), Set.of(SATURDAY));

        assertThat(days.isBusinessDay(TUESDAY)).isTrue();
        assertThat(days.isBusinessDay(SATURDAY)).isFalse();
    }
}
