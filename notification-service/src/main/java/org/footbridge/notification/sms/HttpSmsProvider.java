package org.footbridge.notification.sms;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Speaks to a provider over HTTP. Neither its answers nor its failures are repeated: they may hold the number. */
@ApplicationScoped
class HttpSmsProvider implements SmsProvider {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final SmsConfig config;
    private final MessagesApi api;

    HttpSmsProvider(SmsConfig config) {
        this.config = config;
        this.api = config.url()
                .map(url -> QuarkusRestClientBuilder.newBuilder()
                        .baseUri(url)
                        .connectTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .followRedirects(false)
                        .property("microprofile.rest.client.disable.default.mapper", true)
                        .build(MessagesApi.class))
                .orElse(null);
    }

    @Override
    public boolean isOn() {
        return api != null;
    }

    @Override
    public Uni<Void> send(String to, String text) {
        Context here = Vertx.currentContext();
        return api.send(config.account(), authorization(), to, config.from(), text)
                // whatever thread the client answers on: the caller's session lives on this context
                .emitOn(task -> here.runOnContext(now -> task.run()))
                .map(Response::getStatus)
                .invoke(HttpSmsProvider::requireAccepted)
                .replaceWithVoid();
    }

    /** What is our own fault (a wrong secret) or passes is tried again; the rest is about this one message. */
    private static void requireAccepted(int status) {
        if (status == CREATED || status == OK) {
            return;
        }
        boolean passes = status >= SERVER_ERROR
                || status == TIMEOUT
                || status == TOO_MANY
                || status == UNAUTHORIZED
                || status == FORBIDDEN
                || status < BAD_REQUEST;
        throw passes ? new SmsUnavailableException(status) : new SmsRefusedException(status);
    }

    private String authorization() {
        String credentials = config.account() + ":" + config.secret().orElse("");
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
