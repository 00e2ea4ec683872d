package org.footbridge.referral.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.footbridge.common.web.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clamd is asked, and what is made of its answers. The server here speaks its protocol. */
class VirusScanTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void shouldShowTheWholeFileAndTakeItWhenClean() throws Exception {
        // Given
        byte[] file = "x".repeat(150_000).getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> seen = answering(server, "stream: OK");

            // When
            scan(server.getLocalPort()).check(local(file)).await().atMost(PATIENCE);

            // Then
            assertThat(seen.join()).isEqualTo(file);
        }
    }

    @Test
    void shouldRefuseAnInfectedFile() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answering(server, "stream: Eicar-Test-Signature FOUND");
            assertThatThrownBy(() -> scan(server.getLocalPort())
                            .check(local(new byte[] {1}))
                            .await()
                            .atMost(PATIENCE))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type().status()).isEqualTo(422));
        }
    }

    @Test
    void shouldKeepNothingThatWasNotLookedAt() throws Exception {
        int deaf;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf = server.getLocalPort();
            answering(server, "INSTREAM size limit exceeded. ERROR");
            unavailable(deaf);
        }
        unavailable(deaf);
    }

    private void unavailable(int port) throws IOException {
        Path file = local(new byte[] {1});
        assertThatThrownBy(() -> scan(port).check(file).await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(503));
    }

    private Path local(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    /** Reads one INSTREAM command and answers; what it has read is the file. */
    private static CompletableFuture<byte[]> answering(ServerSocket server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] command = in.readNBytes("zINSTREAM\0".length());
                assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static VirusScan scan(int port) {
        return new VirusScan(new Listening(port), VERTX);
    }

    private record Listening(int port) implements AttachmentConfig.Clamd {
        @Override
        public Optional<String> host() {
            return Optional.of("localhost");
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }
    }
}
