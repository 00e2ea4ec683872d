package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** An agency's own server: verifies each webhook with the independent Standard Webhooks library and keeps what it accepted. */
public final class WebhookReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One webhook that verified. */
    public record Received(String id, String type, JsonNode body, Instant at) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final AtomicInteger held = new AtomicInteger();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private volatile Webhook verifier;

    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new StoryFailed("cannot open a port for the webhook receiver: " + e.getMessage());
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/footbridge");
    }

    /** From now on only webhooks signed with this secret ({@code whsec_…}) are accepted. */
    public void trust(String secret) {
        try {
            verifier = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new StoryFailed("the endpoint's secret is empty");
        }
    }

    /** From now on requests come in but are not answered, as by a server that hangs. */
    public void holdAnswers() {
        held.set(0);
        answers = new CountDownLatch(1);
    }

    /** Answers what was held, and everything from now on. */
    public void releaseAnswers() {
        answers.countDown();
    }

    /** How many requests wait for their answer. */
    public int held() {
        return held.get();
    }

    private void holdBack() {
        if (answers.getCount() == 0) {
            return;
        }
        held.incrementAndGet();
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        Instant at = Instant.now();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 204;
        holdBack();
        try {
            verifier.verify(body, exchange.getRequestHeaders());
            JsonNode json = JSON.readTree(body);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            keep(new Received(id, json.get("type").asText(), json, at));
        } catch (WebhookVerificationException e) {
            refused.add(e.getMessage());
            status = 401;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void keep(Received webhook) {
        lock.lock();
        try {
            received.add(webhook);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a webhook, one that came already included. */
    public Received await(String what, Predicate<Received> wanted, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                for (Received one : received) {
                    if (wanted.test(one)) {
                        return one;
                    }
                }
                if (left <= 0) {
                    throw new StoryFailed("no webhook '" + what + "' within " + patience + "; refused: " + refused);
                }
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted while waiting for a webhook");
        } finally {
            lock.unlock();
        }
    }

    public List<Received> received() {
        return received;
    }

    /** Messages of the verifier for what it did not accept. */
    public List<String> refused() {
        return refused;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
