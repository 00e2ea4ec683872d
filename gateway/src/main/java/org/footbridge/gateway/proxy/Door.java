package org.footbridge.gateway.proxy;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.channels.ClosedChannelException;
import org.footbridge.common.web.problem.Challenges;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.ProblemResponses;
import org.footbridge.common.web.request.LoggedPath;
import org.footbridge.gateway.GatewayConfig;
import org.jboss.logging.Logger;

/** Takes every request: refuses strange paths, knows the service, checks the token, and only then passes it on. */
@Singleton
public class Door {
    private static final Logger ACCESS = Logger.getLogger("org.footbridge.gateway.access");
    private static final int AFTER_AUTHENTICATION = -40;

    private final Routes routes;
    private final ProblemResponses problems;
    private final IdentityProviderManager identities;
    private final HttpProxy proxy;

    public Door(
            Routes routes,
            ProblemResponses problems,
            IdentityProviderManager identities,
            Forwarding forwarding,
            GatewayConfig config,
            Vertx vertx) {
        this.routes = routes;
        this.problems = problems;
        this.identities = identities;
        HttpClient client = vertx.createHttpClient(options(config).setMaxPoolSize(config.connections()));
        // no stream leaves its connection to another request, so that it can be cut off when its reader leaves
        HttpClient streams = vertx.createHttpClient(
                options(config).setMaxPoolSize(config.streamConnections()).setKeepAlive(false));
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> {
                    Exchange exchange = Exchange.current();
                    return (exchange.isStream() ? streams : client)
                            .request(exchange.upstream().connection())
                            .onSuccess(sent -> sent.exceptionHandler(broken -> ACCESS.debug("to a service", broken)))
                            .compose(sent -> unlessGone(context.request().proxiedRequest(), sent))
                            .map(sent -> exchange.isStream() ? sent : ResetGuard.around(sent));
                })
                .addInterceptor(forwarding);
    }

    private static HttpClientOptions options(GatewayConfig config) {
        return new HttpClientOptions().setMaxWaitQueueSize(config.waiting()).setDecompressionSupported(false);
    }

    void open(@Observes Router router) {
        router.route().order(AFTER_AUTHENTICATION).handler(this::receive);
    }

    private void receive(RoutingContext request) {
        String path = request.request().path();
        if (PathGuard.isSuspicious(path)) {
            problems.end(CommonProblem.MALFORMED.because("The path holds what no path of ours holds."), request);
            return;
        }
        Upstream upstream = routes.of(path);
        if (upstream == null) {
            request.next(); // the door's own pages, or nothing
            return;
        }
        boolean stream = routes.isStream(request.request().method().name(), request.normalizedPath());
        Exchange exchange = new Exchange(request, upstream, stream);
        request.addEndHandler(done -> log(exchange));
        boolean open = routes.isOpen(request.request().method().name(), path);
        if (open && request.request().getHeader("Authorization") == null) {
            pass(exchange);
        } else {
            request.request().pause();
            QuarkusHttpUser.getSecurityIdentity(request, identities)
                    .subscribe()
                    .with(identity -> admit(exchange, open, identity), failure -> refuse(request));
        }
    }

    private void admit(Exchange exchange, boolean open, SecurityIdentity identity) {
        if (open || (identity != null && !identity.isAnonymous())) {
            pass(exchange);
        } else {
            refuse(exchange.request());
        }
    }

    private void refuse(RoutingContext request) {
        Challenges.problem(request).subscribe().with(problem -> problems.end(problem, request), request::fail);
    }

    /** Nobody would end the request of a client who has left before it was begun. */
    private static Future<HttpClientRequest> unlessGone(HttpServerRequest client, HttpClientRequest sent) {
        if (client.response().closed()) {
            sent.reset();
            return Future.failedFuture(new ClosedChannelException());
        }
        return Future.succeededFuture(sent);
    }

    private void pass(Exchange exchange) {
        exchange.begin();
        proxy.handle(new ClientSide(exchange.request().request()));
    }

    /** One line for each request: without its query, whose values may name a person, and without a key in its path. */
    private static void log(Exchange exchange) {
        RoutingContext request = exchange.request();
        ACCESS.infof(
                "%s %s %d %d B %d ms %s",
                request.request().method(),
                LoggedPath.of(request.request().path()),
                request.response().getStatusCode(),
                request.response().bytesWritten(),
                exchange.millis(),
                exchange.upstream().name());
    }
}
