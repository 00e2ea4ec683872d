package org.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void shouldKeepWhatItGeneratedFromOthersAndForTheNextStart() throws IOException {
        // Given
        Path file = directory.resolve("state/secrets.properties");
        Secrets first = new Secrets(file);
        String key = first.key("cursor");
        String password = first.password("database");

        // When
        Secrets second = new Secrets(file);

        // Then
        assertThat(Base64.getDecoder().decode(second.key("cursor"))).hasSize(32);
        assertThat(second.key("cursor")).isEqualTo(key);
        assertThat(second.password("database")).isEqualTo(password).isNotEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
