package org.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@EnabledForJreRange(min = JRE.JAVA_25)
class FastStartTest {

    @TempDir
    Path target;

    private Path jar;
    private FastStart fastStart;

    @BeforeEach
    void makeJar() throws IOException {
        jar = target.resolve("quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.resolveSibling("lib"));
        Files.writeString(jar, "jar");
        Files.writeString(jar.resolveSibling("lib/common-web.jar"), "common-web");
        fastStart = new FastStart(jar, List.of("-Xmx160m"));
    }

    @Test
    void shouldUseWhatTheRehearsalLeft() throws IOException {
        // Given
        assertThat(fastStart.isMissing()).isTrue();
        assertThat(fastStart.options()).isEmpty();

        // When
        rehearse();

        // Then
        assertThat(fastStart.isMissing()).isFalse();
        assertThat(fastStart.options()).singleElement().satisfies(option -> assertThat(option)
                .startsWith("-XX:AOTCache=" + target.resolve("fast-start")));
    }

    @Test
    void shouldNotUseItForOtherJarsOrOptions() throws IOException {
        // Given
        rehearse();

        // When
        FastStart otherOptions = new FastStart(jar, List.of("-Xmx320m"));
        Files.writeString(jar.resolveSibling("lib/common-web.jar"), "common-web, built again");

        // Then
        assertThat(fastStart.options()).isEmpty();
        assertThat(otherOptions.options()).isEmpty();
    }

    @Test
    void shouldDropTheCachesOfEarlierJars() throws IOException {
        // Given
        rehearse();
        Files.writeString(jar, "jar, built again");

        // When
        rehearse();

        // Then
        assertThat(target.resolve("fast-start")).isDirectoryContaining("glob:**.aot");
        assertThat(Files.list(target.resolve("fast-start"))).hasSize(1);
    }

    /** As the JVM would: writes the file that the option names. */
    private void rehearse() throws IOException {
        String option = fastStart.trainingOptions().getFirst();
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "cache");
        fastStart.keepTraining();
    }
}
