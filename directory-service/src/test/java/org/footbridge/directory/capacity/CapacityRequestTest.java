package org.footbridge.directory.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapacityRequestTest {

    @Test
    void shouldRefuseRoomWithoutAPlace() {
        assertThat(new CapacityRequest(CapacityStatus.HAS_CAPACITY, 0, 3).contradictions())
                .hasSize(1);
        assertThat(new CapacityRequest(CapacityStatus.HAS_CAPACITY, null, 3).contradictions())
                .hasSize(1);
    }

    @Test
    void shouldRefusePlacesInAFullService() {
        assertThat(new CapacityRequest(CapacityStatus.WAITLIST, 2, 30).contradictions())
                .hasSize(1);
        assertThat(new CapacityRequest(CapacityStatus.NO_CAPACITY, 1, null).contradictions())
                .hasSize(1);
    }

    @Test
    void shouldCountNoPlaceInAFullService() {
        CapacityRequest full = new CapacityRequest(CapacityStatus.WAITLIST, null, 30);
        assertThat(full.contradictions()).isEmpty();
        assertThat(full.places()).isZero();
    }

    @Test
    void shouldLeavePlacesUnknownBeforeAnAssessment() {
        CapacityRequest depends = new CapacityRequest(CapacityStatus.ASSESSMENT_REQUIRED, null, null);
        assertThat(depends.contradictions()).isEmpty();
        assertThat(depends.places()).isNull();
    }
}
