package org.footbridge.directory.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.footbridge.common.web.problem.Fault;
import org.junit.jupiter.api.Test;

class CapacityRequestTest {

    @Test
    void shouldRefuseRoomWithoutAPlace() {
        assertThat(new CapacityRequest(CapacityStatus.HAS_CAPACITY, 0, 3, null, null).contradictions())
                .hasSize(1);
        assertThat(new CapacityRequest(CapacityStatus.HAS_CAPACITY, null, 3, null, null).contradictions())
                .hasSize(1);
    }

    @Test
    void shouldRefusePlacesInAFullService() {
        assertThat(new CapacityRequest(CapacityStatus.WAITLIST, 2, 30, null, null).contradictions())
                .hasSize(1);
        assertThat(new CapacityRequest(CapacityStatus.NO_CAPACITY, 1, null, null, null).contradictions())
                .hasSize(1);
    }

    @Test
    void shouldCountNoPlaceInAFullService() {
        CapacityRequest full = new CapacityRequest(CapacityStatus.WAITLIST, null, 30, null, null);
        assertThat(full.contradictions()).isEmpty();
        assertThat(full.places()).isZero();
    }

    @Test
    void shouldLeavePlacesUnknownBeforeAnAssessment() {
        CapacityRequest depends = new CapacityRequest(CapacityStatus.ASSESSMENT_REQUIRED, null, null, null, null);
        assertThat(depends.contradictions()).isEmpty();
        assertThat(depends.places()).isNull();
    }

    @Test
    void shouldLetOnlyAWaitingListHaveSomebodyOnIt() {
        LocalDate soon = LocalDate.parse("2026-12-01");
        assertThat(new CapacityRequest(CapacityStatus.WAITLIST, null, 30, 4, soon).contradictions())
                .isEmpty();
        assertThat(new CapacityRequest(CapacityStatus.HAS_CAPACITY, 1, null, 4, soon).contradictions())
                .extracting(Fault::pointer)
                .containsExactly("/waiting", "/checkInOn");
    }
}
