package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed API documents are those that this build makes: whoever changes an operation shows it in review. */
class OpenApiDriftE2ET {

    @ParameterizedTest
    @ValueSource(strings = {"referral-service", "directory-service", "feedback-service", "notification-service"})
    void shouldMatchTheCommittedDocument(String service) throws IOException {
        Path module = Path.of(System.getProperty("footbridge.root"), service);
        String committed = Files.readString(module.resolve("openapi.yaml"));
        String made = Files.readString(module.resolve("target/openapi/openapi.yaml"));
        assertThat(committed)
                .as("%s/openapi.yaml differs from what the build makes: run deploy/accept-openapi and commit", service)
                .isEqualTo(made);
    }
}
