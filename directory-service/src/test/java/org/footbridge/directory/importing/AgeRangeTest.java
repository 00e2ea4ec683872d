package org.footbridge.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeRangeTest {

    @ParameterizedTest
    @CsvSource({
        "6, 18, 5.99, false",
        "6, 18, 6, true",
        "6, 18, 18, true",
        "6, 18, 18.9, true",
        "6, 18, 19, false",
        "0, 1.5, 1.5, true",
        "0, 1.5, 1.6, false",
        ", 12, 0, true",
        ", 12, 13, false",
        "13, , 99, true",
        "13, , 12, false"
    })
    void shouldIncludeTheWholeYearOfAWholeMaximum(
            BigDecimal minimum, BigDecimal maximum, BigDecimal age, boolean fits) {
        assertThat(AgeRange.of(minimum, maximum).contains(age)).isEqualTo(fits);
    }

    @Test
    void shouldBeUnknownWithoutBounds() {
        assertThat(AgeRange.of(null, null)).isNull();
    }

    @Test
    void shouldBeWrittenHalfOpen() {
        assertThat(AgeRange.of(new BigDecimal("6"), new BigDecimal("18")).sql()).isEqualTo("[6,19)");
        assertThat(AgeRange.of(null, new BigDecimal("1.5")).sql()).isEqualTo("[,1.501)");
    }
}
