package org.footbridge.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.footbridge.notification.egress.AccessTokens;
import org.footbridge.notification.egress.CallFailure;
import org.footbridge.notification.egress.Credentials;
import org.footbridge.notification.egress.GuardedClient;
import org.footbridge.notification.egress.Reply;

/** Makes the call, as whoever the receiver wants us to be. Never fails: what goes wrong is part of the reply. */
@ApplicationScoped
public class Sender {
    private static final int UNAUTHORIZED = 401;

    private final GuardedClient client;
    private final AccessTokens tokens;

    public Sender(GuardedClient client, AccessTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    Uni<Reply> send(Call call) {
        return switch (call.credentials()) {
            case null -> client.post(call.url(), call.headers(), call.body());
            case Credentials.OAuth2 oauth -> withToken(call, oauth);
            case Credentials.Mtls mtls -> client.post(call.url(), call.headers(), call.body(), mtls.identity());
        };
    }

    private Uni<Reply> withToken(Call call, Credentials.OAuth2 oauth) {
        return tokens.of(oauth)
                .chain(token -> token.map(value -> client.post(call.url(), bearing(call, value), call.body()))
                        .orElseGet(() -> Uni.createFrom().item(Reply.failed(CallFailure.NO_TOKEN, Duration.ZERO))))
                .invoke(reply -> {
                    if (reply.status() != null && reply.status() == UNAUTHORIZED) {
                        tokens.forget(oauth);
                    }
                });
    }

    private static Map<String, String> bearing(Call call, String token) {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }
}
