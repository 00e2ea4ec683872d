package org.footbridge.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that tells what it was asked, or fails in the way that its path names. */
public final class EchoService implements AutoCloseable {
    /** The length of what {@code …/long} answers. */
    public static final int LONG = 5_000_000;

    private static final int BEAT_MILLIS = 200;
    private static final int BEATS = 15;

    private static final String DOCUMENT = """
            {"openapi": "3.1.0",
             "x-problems": [{"slug": "no-agreement", "status": 409, "title": "There is no agreement <yet>"}],
             "paths": {"/api/v1/referrals": {"get": {"operationId": "listReferrals"}}, "/internal/v1/x": {"get": {}}},
             "components": {"schemas": {"Thing": {"type": "object"}}}}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private volatile String lines = "{}";
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger listeners = new AtomicInteger();

    private EchoService() {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static EchoService start() {
        return new EchoService();
    }

    public String url() {
        return "http://localhost:" + server.actualPort();
    }

    /** What the directory publishes from now on. */
    public void publishCrisisLines(String items) {
        lines = items;
    }

    /** How many requests have reached the services. */
    public int seen() {
        return seen.get();
    }

    /** How many streams are open that nobody has left. */
    public int listeners() {
        return listeners.get();
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.endsWith("/crisis-lines")) { // the door asks for them by itself, so they do not count
            request.response().end(lines);
            return;
        }
        seen.incrementAndGet();
        switch (lastSegment(path)) {
            case "silent" -> request.resume();
            case "dying" -> die(request);
            case "refusing" ->
                request.response()
                        .setStatusCode(409)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"type\":\"/docs/problems#wrong-state\"}");
            case "nothing" ->
                request.response().setStatusCode(204).putHeader("ETag", "\"7\"").end();
            case "long" -> request.response().end(Buffer.buffer(new byte[LONG]));
            case "stream" -> stream(request);
            case "openapi" -> request.response().end(DOCUMENT);
            default -> echo(request);
        }
    }

    /** However the path is written: what a service's own router makes of it. */
    private static String lastSegment(String path) {
        String plain = path.replaceAll(";[^/]*", "").replaceAll("/$", "").replace("%65", "e");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    /** An event, signs of life for longer than the door waits for a silent service, another event, and the end. */
    private void stream(HttpServerRequest request) {
        listeners.incrementAndGet();
        AtomicInteger beats = new AtomicInteger();
        HttpServerResponse response = request.response();
        long timer = vertx.setPeriodic(BEAT_MILLIS, tick -> {
            boolean last = beats.incrementAndGet() > BEATS && request.getParam("endless") == null;
            Future<Void> written = last ? response.end("data: last\n\n") : response.write(": still here\n\n");
            written.onFailure(failure -> request.connection().close());
        });
        response.endHandler(ended -> vertx.cancelTimer(timer));
        response.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            listeners.decrementAndGet();
        });
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").write("data: first\n\n");
    }

    private void die(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Length", "1000")
                .write("half of ")
                .onSuccess(written ->
                        vertx.setTimer(50, later -> request.connection().close()));
    }

    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
            JsonObject echo = new JsonObject()
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("headers", headers)
                    .put("length", body.length());
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-Request-Id", String.valueOf(request.getHeader("X-Request-Id")))
                    .putHeader("Cache-Control", "max-age=5")
                    .end(echo.toBuffer());
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
