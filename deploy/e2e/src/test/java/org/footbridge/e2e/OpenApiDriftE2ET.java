package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed API documents are those that this build makes: whoever changes an operation shows it in review. */
class OpenApiDriftE2ET {

    @ParameterizedTest
    @ValueSource(strings = {"referral-service", "directory-service", "feedback-service", "notification-service"})
    void shouldMatchTheCommittedDocument(String service) throws IOException {
        Path module = Path.of(System.getProperty("footbridge.root"), service);
        List<String> committed = content(module.resolve("openapi.yaml"));
        List<String> made = content(module.resolve("target/openapi/openapi.yaml"));
        assertThat(committed)
                .as("%s/openapi.yaml differs from what the build makes: run deploy/accept-openapi and commit", service)
                .isEqualTo(made);
    }

    /** The lines in an order of their own: the members of a map come in another order in each build. */
    private static List<String> content(Path document) throws IOException {
        try (Stream<String> lines = Files.lines(document)) {
            return lines.map(line -> line.replaceFirst("^[ -]+", "")).sorted().toList();
        }
    }
}
