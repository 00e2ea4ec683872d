package org.footbridge.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;

/** Receivers of webhooks: well ones that note when each message came, and sick ones of three kinds. */
final class HookServers implements AutoCloseable {
    private static final long DRIP_MILLIS = 1000;

    private final Vertx vertx;
    private final HttpServer server;
    private final LongAdder well = new LongAdder();
    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();

    HookServers(Vertx vertx) throws InterruptedException, ExecutionException {
        this.vertx = vertx;
        this.server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private void receive(HttpServerRequest request) {
        switch (request.path().split("/")[1]) {
            case "silent" -> request.pause();
            case "drip" -> drip(request);
            case "broken" -> request.response().setStatusCode(500).end();
            default -> {
                well.increment();
                firstSeen.putIfAbsent(request.getHeader("webhook-id") + "", System.nanoTime());
                request.response().setStatusCode(204).end();
            }
        }
    }

    private void drip(HttpServerRequest request) {
        request.response().setChunked(true);
        long timer = vertx.setPeriodic(DRIP_MILLIS, tick -> request.response().write("x"));
        request.connection().closeHandler(closed -> vertx.cancelTimer(timer));
    }

    /** URLs of receivers of the kind: {@code well}, {@code silent}, {@code drip} or {@code broken}. */
    List<String> urls(String kind, int count) {
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            urls.add("http://127.0.0.1:" + server.actualPort() + "/" + kind + "/" + i);
        }
        return urls;
    }

    /** What well receivers have got so far. */
    long received() {
        return well.sum();
    }

    /** When a well receiver first got the message, by {@link System#nanoTime}. */
    Long firstSeen(String webhookId) {
        return firstSeen.get(webhookId);
    }

    @Override
    public void close() {
        server.close();
    }
}
