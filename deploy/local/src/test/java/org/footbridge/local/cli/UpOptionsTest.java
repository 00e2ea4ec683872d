package org.footbridge.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.footbridge.local.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

    @Test
    void shouldStartEverythingInTheForegroundByDefault() {
        assertThat(UpOptions.parse(List.of())).hasValue(new UpOptions(false, false, EnumSet.allOf(Part.class)));
    }

    @Test
    void shouldReadEveryOptionInAnyOrder() {
        assertThat(UpOptions.parse(List.of("--only", "kafka,referral", "--fresh", "--detach")))
                .hasValue(new UpOptions(true, true, Set.of(Part.KAFKA, Part.REFERRAL)));
    }

    @Test
    void shouldSurviveTheSupervisorsCommandLine() {
        // Given
        UpOptions options = new UpOptions(true, true, Set.of(Part.SMTP, Part.POSTGRES));

        // When / Then
        assertThat(UpOptions.parse(options.words())).hasValue(options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--detached", "--only", "--only nothing", "kafka", "--fresh --fresh"})
    void shouldRefuseWhatItDoesNotKnow(String words) {
        assertThat(UpOptions.parse(List.of(words.split(" ")))).isEmpty();
    }
}
