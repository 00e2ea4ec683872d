package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedServersTest {

    @TempDir
    Path directory;

    @Test
    void shouldShareTheServersWithinABuildAndEndThemWithIt() throws Exception {
        // Given
        Process build = new ProcessBuilder("sleep", "600").start();
        try {
            SharedServers first = SharedServers.ownedBy(build.toHandle(), directory);
            SharedServers second = SharedServers.ownedBy(build.toHandle(), directory);
            assertThat(second).isEqualTo(first);
            assertAnswers(first);
            ProcessHandle servers = servers(build.pid());
            List<ProcessHandle> children = servers.children().toList();
            assertThat(children).hasSize(2);

            // When
            build.destroyForcibly();

            // Then
            servers.onExit().get(60, TimeUnit.SECONDS);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(directory.resolve(build.pid() + ".properties")).doesNotExist();
        } finally {
            build.destroyForcibly();
        }
    }

    private static void assertAnswers(SharedServers servers) throws Exception {
        try (Connection connection = servers.superuser().connect("postgres")) {
            assertThat(connection.isValid(5)).isTrue();
        }
        Topics.create(servers.kafka(), List.of("footbridge.test.v1"), 1);
    }

    private ProcessHandle servers(long owner) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(directory.resolve(owner + ".properties"))) {
            properties.load(reader);
        }
        return ProcessHandle.of(Long.parseLong(properties.getProperty("pid"))).orElseThrow();
    }
}
