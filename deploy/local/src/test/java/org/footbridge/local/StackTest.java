package org.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.footbridge.common.testsupport.FreePorts;
import org.footbridge.common.testsupport.ServerStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    Path directory;

    private final Ports ports = Ports.free();
    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());

    @Test
    void shouldLeaveNothingRunningWhenAPartDoesNotStart() {
        // Given
        StackBuilder withoutJar = builder(Set.of(Part.SMTP, Part.REFERRAL));

        // When / Then
        assertThatThrownBy(withoutJar::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("referral-service: ")
                .hasMessageContaining("quarkus-run.jar is missing");
        assertThat(progress).last().isEqualTo("smtp stopped");
        assertThat(FreePorts.isFree(ports.of(Port.SMTP))).isTrue();
        assertThat(FreePorts.isFree(ports.of(Port.MAILS))).isTrue();
    }

    @Test
    void shouldBringAKilledPartBack() {
        // Given
        try (Stack stack = builder(Set.of(Part.SMTP)).start()) {
            stack.kill(Part.SMTP);
            assertThat(stack.isAlive(Part.SMTP)).isFalse();

            // When
            stack.restart(Part.SMTP);

            // Then
            assertThat(stack.isHealthy(Part.SMTP)).isTrue();
        }
    }

    @Test
    void shouldRefuseToRestartWhatItDoesNotHave() {
        // Given
        try (Stack stack = builder(Set.of(Part.SMTP)).start()) {
            // When / Then
            assertThatThrownBy(() -> stack.restart(Part.KAFKA)).hasMessage("this stack has no kafka");
        }
    }

    @Test
    void shouldThrowAwayDataAndSecretsButNoLogs() throws Exception {
        // Given
        StateDirectory state = new StateDirectory(directory);
        state.prepare();
        Files.createDirectories(state.data(Part.POSTGRES));
        Files.writeString(state.secrets(), "x=y");
        Files.writeString(state.log(Part.POSTGRES), "log");

        // When
        state.erase();

        // Then
        assertThat(directory.resolve("data")).doesNotExist();
        assertThat(state.secrets()).doesNotExist();
        assertThat(state.log(Part.POSTGRES)).exists();
    }

    private StackBuilder builder(Set<Part> parts) {
        return Stack.builder(directory, new StateDirectory(directory))
                .ports(ports)
                .parts(parts)
                .progress(progress::add);
    }
}
