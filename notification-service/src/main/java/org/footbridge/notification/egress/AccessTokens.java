package org.footbridge.notification.egress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Access tokens of receivers (OAuth 2.0 client credentials, RFC 6749 section 4.4), kept in memory while they are good. The
 * token URL is somebody else's choice too, so it is called through the same guard.
 */
@ApplicationScoped
public class AccessTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_KEPT = 1000;
    private static final int LONGEST_ANSWER = 32 * 1024;
    private static final long LIFE_WHERE_NONE_IS_TOLD = 60;
    private static final long LONGEST_LIFE = Duration.ofDays(1).toSeconds();
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final GuardedClient client;
    private final Clock clock;
    private final Map<Credentials.OAuth2, Token> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Credentials.OAuth2, Token> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    private record Token(String value, Instant goodUntil) {}

    public AccessTokens(GuardedClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** A good token; empty where none was given. */
    public Uni<Optional<String>> of(Credentials.OAuth2 who) {
        Token known = kept.get(who);
        if (known != null && clock.instant().isBefore(known.goodUntil())) {
            return Uni.createFrom().item(Optional.of(known.value()));
        }
        return client.post(who.tokenUrl(), headers(who), form(who), null, LONGEST_ANSWER)
                .map(reply -> read(reply).map(token -> keep(who, token)));
    }

    /** The receiver does not take the token: the next attempt fetches another. */
    public void forget(Credentials.OAuth2 who) {
        kept.remove(who);
    }

    private String keep(Credentials.OAuth2 who, Token token) {
        kept.put(who, token);
        return token.value();
    }

    private Optional<Token> read(Reply reply) {
        if (!reply.isSuccess()) {
            return Optional.empty();
        }
        try {
            JsonNode answer = JSON.readTree(reply.body());
            String value = answer.path("access_token").asText("");
            Instant end = clock.instant()
                    .plusSeconds((long)
                            Math.clamp(answer.path("expires_in").asDouble(LIFE_WHERE_NONE_IS_TOLD), 0, LONGEST_LIFE))
                    .minus(EARLY);
            return value.matches("[\\x21-\\x7e]{1,16000}") ? Optional.of(new Token(value, end)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(Credentials.OAuth2 who) {
        byte[] basic = (encoded(who.clientId()) + ":" + encoded(who.clientSecret())).getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(basic),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
    }

    private static byte[] form(Credentials.OAuth2 who) {
        String scope = who.scope() == null || who.scope().isBlank() ? "" : "&scope=" + encoded(who.scope());
        return ("grant_type=client_credentials" + scope).getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
