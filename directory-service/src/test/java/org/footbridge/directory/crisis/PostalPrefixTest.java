package org.footbridge.directory.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "0088,00880",
        "0088,US:00880",
        "0088,us:00880",
        "0088,' us : 008 80-1234 '",
        "US:0088,00880",
        "CA:K1A,ca:k1a 0b1",
        "K1A 0,K1A0B1"
    })
    void shouldHelpThere(String prefix, String code) {
        assertThat(PostalPrefix.of(prefix).begins(PostalPrefix.of(code))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0088,00770",
        "0088,DE:00880",
        "CA:0088,00880",
        "0088,US:",
        "0088,''",
        "0088,:",
        "DE,DE:10115",
        "US,US:00880"
    })
    void shouldNotHelpThere(String prefix, String code) {
        assertThat(PostalPrefix.of(prefix).begins(PostalPrefix.of(code))).isFalse();
    }
}
