package org.footbridge.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private final PhoneNumbers numbers = new PhoneNumbers(new InKansas());

    @ParameterizedTest
    @CsvSource({
        "(316) 555-0142, +13165550142",
        "316.555.0142, +13165550142",
        "+1 316 555 0142, +13165550142",
        "1-316-555-0142, +13165550142",
        "+52 55 1234 5678, +525512345678",
        "+44 7400 123456, +447400123456",
    })
    void shouldReadWhatSchoolsWrite(String written, String expected) {
        assertThat(numbers.forTexts(written)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "none", "555-0142", "123", "+1 316 555", "911", "+44 20 7946 0018", "+999 1234567"})
    void shouldTakeNothingElseForANumber(String written) {
        assertThat(numbers.forTexts(written)).isEmpty();
    }

    private static final class InKansas implements SmsConfig {
        @Override
        public Optional<URI> url() {
            return Optional.empty();
        }

        @Override
        public String account() {
            return "none";
        }

        @Override
        public Optional<String> secret() {
            return Optional.empty();
        }

        @Override
        public String from() {
            return "none";
        }

        @Override
        public String region() {
            return "US";
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }
    }
}
