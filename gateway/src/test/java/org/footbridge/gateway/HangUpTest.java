package org.footbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Clients that hang up as soon as they have what they wanted must not take somebody else's request with them. */
@QuarkusTest
@WithTestResource(GatewayWorld.class)
class HangUpTest {
    private static final int CLIENTS = 8;
    private static final int EACH = 800;

    @Test
    void shouldServeEverybodyAlthoughClientsHangUpAtOnce() throws Exception {
        assertThat(inParallel(CLIENTS, HangUpTest::askAndHangUp))
                .hasSize(CLIENTS * EACH)
                .containsOnly("HTTP/1.1 200 OK");
    }

    @Test
    void shouldServeEverybodyAlthoughOthersDoNotWaitForTheirAnswers() throws Exception {
        askAndHangUp(); // a gateway that has served nobody yet takes longer for hundreds at once than it waits for one
        try (ExecutorService impatient = Executors.newSingleThreadExecutor()) {
            Future<?> leaving = impatient.submit(HangUpTest::askAndLeave);
            assertThat(inParallel(CLIENTS / 2, HangUpTest::askAndHangUp))
                    .hasSize(CLIENTS / 2 * EACH)
                    .containsOnly("HTTP/1.1 200 OK");
            leaving.get();
        }
    }

    private static List<String> inParallel(int clients, Callable<List<String>> task) throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (Future<List<String>> one : pool.invokeAll(Collections.nCopies(clients, task))) {
                answers.addAll(one.get());
            }
        }
        return answers;
    }

    private static Void askAndLeave() throws IOException {
        for (int i = 0; i < EACH; i++) {
            try (Socket socket = ask()) {
                socket.getOutputStream().flush();
            }
        }
        return null;
    }

    private static List<String> askAndHangUp() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            try (Socket socket = ask()) {
                statuses.add(statusOfWholeAnswer(new DataInputStream(socket.getInputStream())));
            }
        }
        return statuses;
    }

    private static Socket ask() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoLinger(true, 0); // closing is a reset, as when a process ends
        socket.getOutputStream()
                .write("GET /hsds/services HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String statusOfWholeAnswer(DataInputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).trim());
            }
        }
        in.readFully(new byte[length]);
        return status;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().trim();
    }
}
