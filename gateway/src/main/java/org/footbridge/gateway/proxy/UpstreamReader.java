package org.footbridge.gateway.proxy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the door itself asks the services: how they are, and what they document. Never on behalf of a caller. */
@Singleton
public class UpstreamReader {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;

    public UpstreamReader(Vertx vertx) {
        this.client = vertx.createHttpClient();
    }

    /** The body of a 200 answer; fails for any other and after two seconds. */
    public Uni<Buffer> get(Upstream upstream, String path) {
        RequestOptions options = new RequestOptions(upstream.connection())
                .setURI(path)
                .setTimeout(PATIENCE.toMillis())
                .putHeader("Accept", "application/json");
        return Uni.createFrom().completionStage(() -> client.request(options)
                .compose(HttpClientRequest::send)
                .compose(UpstreamReader::body)
                .toCompletionStage());
    }

    private static Future<Buffer> body(HttpClientResponse answer) {
        return answer.body()
                .compose(body -> answer.statusCode() == 200
                        ? Future.succeededFuture(body)
                        : Future.failedFuture("status " + answer.statusCode()));
    }
}
