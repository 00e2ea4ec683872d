package org.footbridge.referral.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.footbridge.referral.roster.Person;
import org.junit.jupiter.api.Test;

/** Whose turn it is in the escalation chain. */
class ClockNewsTest {
    private static final Person OWNER = person();
    private static final Person COLLEAGUE = person();
    private static final Person OF_DISTRICT = person();
    private static final List<Person> ALL = List.of(OWNER, COLLEAGUE, OF_DISTRICT);
    private static final List<Person> DISTRICT = List.of(OF_DISTRICT);

    @Test
    void shouldTellTheReferralsCoordinatorFirst() {
        assertThat(ClockNews.chosen(0, OWNER.id(), ALL, DISTRICT)).containsExactly(OWNER);
        assertThat(ClockNews.chosen(1, OWNER.id(), ALL, DISTRICT)).containsExactly(OWNER);
    }

    @Test
    void shouldTellTheOthersOfTheSchoolAndThenTheDistrict() {
        assertThat(ClockNews.chosen(2, OWNER.id(), ALL, DISTRICT)).containsExactly(COLLEAGUE);
        assertThat(ClockNews.chosen(3, OWNER.id(), ALL, DISTRICT)).containsExactly(OF_DISTRICT);
    }

    @Test
    void shouldTellEverybodyWhereALevelHasNobody() {
        assertThat(ClockNews.chosen(1, null, ALL, DISTRICT)).isEqualTo(ALL);
        assertThat(ClockNews.chosen(2, OWNER.id(), List.of(OWNER), List.of())).containsExactly(OWNER);
        assertThat(ClockNews.chosen(3, OWNER.id(), List.of(OWNER), List.of())).containsExactly(OWNER);
    }

    private static Person person() {
        return new Person(UUID.randomUUID(), "Somebody", "somebody@example.edu", null);
    }
}
