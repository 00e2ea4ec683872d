package org.footbridge.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.footbridge.local.StateDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    private static final String TOKEN = "token";

    @TempDir
    Path directory;

    private final Journal journal = new Journal();
    private final CountDownLatch followed = new CountDownLatch(1);
    private StateDirectory state;

    @BeforeEach
    void setState() {
        state = new StateDirectory(directory);
    }

    @Test
    void shouldHandOnWhatIsSaidAndTheExitCodeAfterTheServerWasClosed() throws Exception {
        // Given
        List<String> heard = new ArrayList<>();
        journal.say("before");
        ControlServer server = serve();
        Thread end = new Thread(() -> endWhenFollowed(server));
        end.start();

        // When
        OptionalInt code = client().call("follow", message -> heard.add(message.text()));

        // Then
        end.join();
        assertThat(heard).containsExactly("before", "after");
        assertThat(code).hasValue(7);
    }

    @Test
    void shouldAnswerNobodyWithoutTheToken() throws Exception {
        // Given
        try (ControlServer server = serve()) {
            new ControlFile(server.port(), "guessed", 1).write(state);

            // When / Then
            assertThat(ControlClient.of(state)).isEmpty();
        }
    }

    @Test
    void shouldFindNobodyWhenTheSupervisorWasKilled() throws Exception {
        // Given
        serve().close();

        // When / Then
        assertThat(ControlClient.of(state)).isEmpty();
    }

    @Test
    void shouldKeepTheTokenFromOtherUsers() throws Exception {
        // When
        try (ControlServer server = serve()) {
            // Then
            assertThat(server.port()).isPositive();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlFile.path(state))))
                    .isEqualTo("rw-------");
        }
    }

    private ControlServer serve() throws IOException {
        ControlServer server = new ControlServer(TOKEN, this::handle);
        new ControlFile(server.port(), TOKEN, 1).write(state);
        return server;
    }

    private ControlClient client() {
        return ControlClient.of(state).orElseThrow();
    }

    private int handle(List<String> request, Consumer<Message> reply) throws InterruptedException {
        if (request.getFirst().equals("ping")) {
            return 0;
        }
        BlockingQueue<Message> news = journal.follow(true);
        followed.countDown();
        for (Message message = news.take(); message.kind() != Message.Kind.EXIT; message = news.take()) {
            reply.accept(message);
        }
        return 7;
    }

    private void endWhenFollowed(ControlServer server) {
        try {
            assertThat(followed.await(10, TimeUnit.SECONDS)).isTrue();
            journal.say("after");
            journal.add(Message.exit(7));
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
