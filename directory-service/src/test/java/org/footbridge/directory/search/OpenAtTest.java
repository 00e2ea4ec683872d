package org.footbridge.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAtTest {

    @Test
    void shouldReadADayAndASpan() {
        assertThat(OpenAt.read("TU 15:00-18:30")).contains(new OpenAt(2, 900, 1110));
        assertThat(OpenAt.read("SU,09:00-10:00")).contains(new OpenAt(7, 540, 600));
    }

    @Test
    void shouldTurnNowIntoAMinuteOfThePlace() {
        assertThat(OpenAt.NOW.at(ZonedDateTime.parse("2026-11-21T06:05:40-06:00[America/Chicago]")))
                .isEqualTo(new OpenAt(6, 365, 366));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"later", "XX 15:00-18:00", "TU 18:00-15:00", "TU 15:00", "TU 25:00-26:00", "TU 15:00-15:00"})
    void shouldRefuseWhatIsNoSpan(String text) {
        assertThat(OpenAt.read(text)).isEmpty();
    }
}
