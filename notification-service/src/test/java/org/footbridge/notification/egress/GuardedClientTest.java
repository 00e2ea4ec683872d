package org.footbridge.notification.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.footbridge.notification.world.WebhookReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedClientTest {
    private static final Vertx VERTX = Vertx.vertx();
    private final WebhookReceiver receiver = WebhookReceiver.start();

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldNotDialAPrivateAddressBehindAPublicName() {
        // When
        Reply reply = post(TestEgress.closed(), "https://rebind.example:" + receiver.port() + "/", "127.0.0.1");

        // Then
        assertThat(reply.errorCode()).isEqualTo("ADDRESS_REFUSED");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void shouldJudgeTheAddressAtEachAttempt() {
        // Given
        TestEgress config = new TestEgress(List.of(), Duration.ofMillis(300));
        GuardedClient client = client(config, "192.0.0.171", "10.0.0.1");

        // When
        Reply first = client.post("https://rebind.example/", Map.of(), new byte[0])
                .await()
                .indefinitely();
        Reply second = client.post("https://rebind.example/", Map.of(), new byte[0])
                .await()
                .indefinitely();

        // Then
        assertThat(List.of(first.errorCode(), second.errorCode())).containsOnly("ADDRESS_REFUSED");
    }

    @Test
    void shouldDialThePermittedAddressOfANameWithSeveral() {
        // Given
        TestEgress config = TestEgress.openTo("127.0.0.2/32");
        HostResolver resolver = fixed(List.of("10.0.0.1", "127.0.0.2"));

        // When
        Reply reply = client(config, resolver)
                .post("https://two.example:" + receiver.port() + "/", Map.of(), new byte[0])
                .await()
                .indefinitely();

        // Then
        assertThat(reply.errorCode()).isIn("CONNECTION_FAILED", "TLS_FAILED", "BROKEN_ANSWER");
    }

    @Test
    void shouldNotSpeakPlainHttpToAPublicAddress() {
        assertThat(post(TestEgress.closed(), "http://plain.example/", "1.1.1.1").errorCode())
                .isEqualTo("ADDRESS_REFUSED");
    }

    @Test
    void shouldTellANameThatDoesNotExist() {
        // Given
        HostResolver resolver = new HostResolver(VERTX) {
            @Override
            public Uni<List<InetAddress>> resolve(String host) {
                return Uni.createFrom().failure(new UnknownHostException(host));
            }
        };

        // When
        Reply reply = client(TestEgress.closed(), resolver)
                .post("https://nowhere.example/", Map.of(), new byte[0])
                .await()
                .indefinitely();

        // Then
        assertThat(reply.errorCode()).isEqualTo("NAME_NOT_FOUND");
        assertThat(reply.body()).isNull();
    }

    @Test
    void shouldGiveUpOnAnAnswerThatDoesNotCome() {
        // Given
        CountDownLatch held = new CountDownLatch(1);
        receiver.answers(204, Map.of(), "", () -> awaitLatch(held));
        TestEgress config = new TestEgress(List.of("127.0.0.0/8"), Duration.ofMillis(300));

        // When
        Reply reply = post(config, receiver.url(), "127.0.0.1");

        // Then
        held.countDown();
        assertThat(reply.errorCode()).isEqualTo("TIMEOUT");
        assertThat(reply.took()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void shouldGiveUpOnAnAnswerThatDripsAndEndItsConnection() throws Exception {
        // Given
        CountDownLatch ended = new CountDownLatch(1);
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofPlatform().daemon().start(() -> drip(dripping, ended));
            TestEgress config = new TestEgress(List.of("127.0.0.0/8"), Duration.ofMillis(500));

            // When
            Reply reply = post(config, "http://127.0.0.1:" + dripping.getLocalPort() + "/", "127.0.0.1");

            // Then
            assertThat(reply.errorCode()).isEqualTo("TIMEOUT");
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** One byte after the other, until the caller has gone. */
    private static void drip(ServerSocket server, CountDownLatch ended) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!ended.await(20, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (IOException e) {
            ended.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldKeepTheBeginningOfALongAnswer() {
        // Given
        receiver.answers(200, Map.of("Retry-After", "7"), "y".repeat(500_000));

        // When
        Reply reply = post(TestEgress.openTo("127.0.0.0/8"), receiver.url(), "127.0.0.1");

        // Then
        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.body()).isEqualTo("y".repeat(2048));
        assertThat(reply.retryAfter()).contains("7");
    }

    @Test
    void shouldTellAClosedPort() {
        receiver.close();
        assertThat(post(TestEgress.openTo("127.0.0.0/8"), receiver.url(), "127.0.0.1")
                        .errorCode())
                .isEqualTo("CONNECTION_FAILED");
    }

    private static Reply post(EgressConfig config, String url, String address) {
        return client(config, address)
                .post(url, Map.of("webhook-id", "x"), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .await()
                .indefinitely();
    }

    /** Each look-up of a name gives the next address. */
    private static GuardedClient client(EgressConfig config, String... addresses) {
        Deque<String> next = new ArrayDeque<>(Arrays.asList(addresses));
        HostResolver resolver = new HostResolver(VERTX) {
            @Override
            public Uni<List<InetAddress>> resolve(String host) {
                return fixed(List.of(next.size() > 1 ? next.pop() : next.peek()))
                        .resolve(host);
            }
        };
        return client(config, resolver);
    }

    private static GuardedClient client(EgressConfig config, HostResolver resolver) {
        AddressGuard guard = new AddressGuard(config);
        return new GuardedClient(VERTX, new UrlRules(guard), guard, resolver, config);
    }

    private static HostResolver fixed(List<String> addresses) {
        return new HostResolver(VERTX) {
            @Override
            public Uni<List<InetAddress>> resolve(String host) {
                return Uni.createFrom()
                        .item(addresses.stream().map(GuardedClientTest::address).toList());
            }
        };
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
