package org.footbridge.notification.egress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls a URL of somebody else's choice. The address is judged when it is dialled and exactly that address is dialled, so
 * that a name that changes its address after registration gains nothing (DNS rebinding); Host, SNI and the certificate check
 * keep the name. Redirects are not followed.
 */
@ApplicationScoped
public class GuardedClient {
    private static final int KEPT_BYTES = 2048;
    private static final int READ_BYTES = 64 * 1024;
    /** Shorter than the usual patience of receivers, so that no call goes into a connection that is just being closed. */
    private static final int KEPT_ALIVE_SECONDS = 4;

    private static final int CONNECTIONS_PER_ADDRESS = 16;

    private final HttpClient client;
    private final UrlRules rules;
    private final AddressGuard guard;
    private final HostResolver resolver;
    private final Duration timeout;

    public GuardedClient(Vertx vertx, UrlRules rules, AddressGuard guard, HostResolver resolver, EgressConfig config) {
        this.rules = rules;
        this.guard = guard;
        this.resolver = resolver;
        this.timeout = config.timeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setVerifyHost(true)
                .setMaxPoolSize(CONNECTIONS_PER_ADDRESS)
                .setKeepAliveTimeout(KEPT_ALIVE_SECONDS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(16 * 1024));
    }

    /** POSTs the body. Never fails: what goes wrong is part of the reply. */
    public Uni<Reply> post(String url, Map<String, String> headers, byte[] body) {
        long begun = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> call(url, headers, body))
                .ifNoItem()
                .after(timeout)
                .fail()
                .map(answer -> answer.took(since(begun)))
                .onFailure()
                .recoverWithItem(failure -> Reply.failed(CallFailure.of(failure), since(begun)));
    }

    private Uni<Answer> call(String text, Map<String, String> headers, byte[] body) {
        TargetUrl url;
        try {
            url = rules.require(text);
        } catch (TargetUrl.Refused e) {
            return Uni.createFrom().failure(e);
        }
        return addresses(url).chain(addresses -> dialable(url, addresses)).chain(address -> Uni.createFrom()
                .completionStage(() -> send(url, address, headers, body).toCompletionStage()));
    }

    private Uni<List<InetAddress>> addresses(TargetUrl url) {
        return url.literal()
                .map(address -> Uni.createFrom().item(List.of(address)))
                .orElseGet(() -> resolver.resolve(url.host()));
    }

    private Uni<InetAddress> dialable(TargetUrl url, List<InetAddress> addresses) {
        return addresses.stream()
                .filter(address -> url.secure() ? guard.mayDial(address) : guard.isAllowedHere(address))
                .findFirst()
                .map(address -> Uni.createFrom().item(address))
                .orElseGet(() -> Uni.createFrom().failure(new RefusedAddressException()));
    }

    private Future<Answer> send(TargetUrl url, InetAddress address, Map<String, String> headers, byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.path())
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .setIdleTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).compose(response -> read(request, response)));
    }

    /** Keeps the beginning of the body. A body without end is cut off with its connection. */
    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse response) {
        Promise<Answer> promise = Promise.promise();
        Buffer kept = Buffer.buffer();
        int[] total = {0};
        response.handler(chunk -> {
            total[0] += chunk.length();
            kept.appendBuffer(chunk, 0, Math.min(chunk.length(), KEPT_BYTES - kept.length()));
            if (total[0] > READ_BYTES && promise.tryComplete(Answer.of(response, kept))) {
                request.reset();
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(end -> promise.tryComplete(Answer.of(response, kept)));
        return promise.future();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private record Answer(int status, String body, Optional<String> retryAfter) {
        static Answer of(HttpClientResponse response, Buffer kept) {
            // PostgreSQL's text holds everything but NUL
            String body = new String(kept.getBytes(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
            return new Answer(response.statusCode(), body, Optional.ofNullable(response.getHeader("Retry-After")));
        }

        Reply took(Duration duration) {
            return new Reply(status, null, body, retryAfter, duration);
        }
    }
}
