package org.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import org.footbridge.common.testsupport.ServerStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {

    private final Ports ports = Ports.free();

    @Test
    void shouldLetFreePortsPass() {
        assertThatCode(() -> PortCheck.requireFree(EnumSet.allOf(Part.class), ports))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNameThePortAndThePartThatNeedsIt() throws IOException {
        // Given
        try (ServerSocket occupied = new ServerSocket()) {
            occupied.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(Port.KAFKA_CONTROLLER)));

            // When / Then
            assertThatThrownBy(() -> PortCheck.requireFree(EnumSet.allOf(Part.class), ports))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageStartingWith("port " + occupied.getLocalPort() + ", which kafka needs, is taken");
        }
    }

    @Test
    void shouldSeeWhoListensOnEveryInterface() throws IOException {
        // Given
        try (ServerSocket occupied = new ServerSocket(ports.of(Port.GATEWAY))) {
            // When / Then
            assertThatThrownBy(() -> PortCheck.requireFree(EnumSet.of(Part.GATEWAY), ports))
                    .hasMessageContaining("port " + occupied.getLocalPort());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldNameTheProcessThatHasThePort() throws IOException {
        // Given
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When / Then
            assertThat(PortHolder.of(occupied.getLocalPort())).hasValueSatisfying(who -> assertThat(who)
                    .startsWith("process " + ProcessHandle.current().pid() + " ("));
        }
    }
}
