package org.footbridge.notification.egress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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

    /**
     * More than calls are ever made at once: many endpoints may live at one address, and those that hang must not take the
     * connections of the others. What one endpoint may hold is limited by its lane.
     */
    private static final int CONNECTIONS_PER_ADDRESS = 1024;

    private final Clients clients;
    private final UrlRules rules;
    private final AddressGuard guard;
    private final HostResolver resolver;
    private final Duration timeout;

    public GuardedClient(Vertx vertx, UrlRules rules, AddressGuard guard, HostResolver resolver, EgressConfig config) {
        this.rules = rules;
        this.guard = guard;
        this.resolver = resolver;
        this.timeout = config.timeout();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setVerifyHost(true)
                .setMaxPoolSize(CONNECTIONS_PER_ADDRESS)
                .setKeepAliveTimeout(KEPT_ALIVE_SECONDS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(16 * 1024);
        config.addedAuthorities().ifPresent(file -> options.setTrustOptions(Trust.with(file)));
        this.clients = new Clients(vertx, options);
    }

    /** What is sent to whom, and how much of the answer is kept. */
    private record Wanted(String url, Map<String, String> headers, byte[] body, PemIdentity identity, int kept) {}

    /** POSTs the body. Never fails: what goes wrong is part of the reply. */
    public Uni<Reply> post(String url, Map<String, String> headers, byte[] body) {
        return post(url, headers, body, null);
    }

    /** With a client certificate, where there is one. */
    public Uni<Reply> post(String url, Map<String, String> headers, byte[] body, PemIdentity identity) {
        return post(url, headers, body, identity, KEPT_BYTES);
    }

    /** Keeps more of the answer than is usual. */
    Uni<Reply> post(String url, Map<String, String> headers, byte[] body, PemIdentity identity, int kept) {
        Wanted wanted = new Wanted(url, headers, body, identity, kept);
        long begun = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> call(wanted))
                .ifNoItem()
                .after(timeout)
                .fail()
                .map(answer -> answer.took(since(begun)))
                .onFailure()
                .recoverWithItem(failure -> Reply.failed(CallFailure.of(failure), since(begun)));
    }

    private Uni<Answer> call(Wanted wanted) {
        TargetUrl url;
        try {
            url = rules.require(wanted.url());
        } catch (TargetUrl.Refused e) {
            return Uni.createFrom().failure(e);
        }
        Cut cut = new Cut();
        return addresses(url)
                .chain(addresses -> dialable(url, addresses))
                .chain(address -> Uni.createFrom()
                        .completionStage(() -> send(url, address, wanted, cut).toCompletionStage()))
                .onCancellation()
                .invoke(cut::now);
    }

    /** Ends a call that nobody waits for any more: an answer that drips for ever would keep its connection. */
    private static final class Cut {
        private HttpClientRequest running;
        private boolean done;

        synchronized void at(HttpClientRequest request) {
            running = request;
            if (done) {
                request.reset();
            }
        }

        synchronized void now() {
            done = true;
            if (running != null) {
                running.reset();
            }
        }
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

    private Future<Answer> send(TargetUrl url, InetAddress address, Wanted wanted, Cut cut) {
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
        wanted.headers().forEach(options::putHeader);
        return clients.as(wanted.identity()).request(options).compose(request -> {
            cut.at(request);
            return request.send(Buffer.buffer(wanted.body()))
                    .compose(response -> read(request, response, wanted.kept()));
        });
    }

    /** Keeps the beginning of the body. A body without end is cut off with its connection. */
    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse response, int most) {
        Promise<Answer> promise = Promise.promise();
        Buffer kept = Buffer.buffer();
        int[] total = {0};
        response.handler(chunk -> {
            total[0] += chunk.length();
            kept.appendBuffer(chunk, 0, Math.min(chunk.length(), most - kept.length()));
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
