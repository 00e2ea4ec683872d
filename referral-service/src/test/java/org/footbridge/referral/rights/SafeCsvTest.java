package org.footbridge.referral.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of a table that we hand out is a formula. */
class SafeCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\n=1",
                "\uFF1D1",
                "=HYPERLINK(\"https://x.example\")"
            })
    void shouldMakeTextOfWhatBeginsLikeAFormula(String value) {
        // When
        String cell = SafeCsv.cell(value);

        // Then
        assertThat(cell).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "5 + 3", "Núñez", "a-b"})
    void shouldLeaveEverythingElseAsItIs(String value) {
        // When, then
        assertThat(SafeCsv.cell(value)).isEqualTo(value);
    }

    @Test
    void shouldQuoteWhatWouldBreakTheTable() {
        // When
        String csv = SafeCsv.of(List.of("a", "b"), List.of(Arrays.asList("x,\"y\"\n=1", null)));

        // Then
        assertThat(csv).isEqualTo("a,b\r\n\"x,\"\"y\"\"\n=1\",\r\n");
    }
}
