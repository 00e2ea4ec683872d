package org.footbridge.common.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * A truthful issuer without Keycloak: discovery document, key set and client-credentials grant over HTTP on the loopback
 * interface, tokens that are really signed. So the services run with the very configuration of production, and a token
 * of the wrong issuer, audience, time or key is refused for the right reason.
 */
public final class TokenFactory implements AutoCloseable {

    private static final RsaJsonWebKey KEY = newKey("footbridge-test-key");
    private static final String REALM = "/realms/footbridge";
    private static final String PROTOCOL = REALM + "/protocol/openid-connect";
    private static final int BACKLOG = 50;

    private final HttpServer server;
    private final String root;
    private final Map<String, Registration> clients = new ConcurrentHashMap<>();

    private record Registration(String secret, Supplier<TokenBuilder> token) {}

    private TokenFactory(HttpServer server) {
        this.server = server;
        this.root = "http://localhost:" + server.getAddress().getPort();
    }

    /** Starts the issuer on a free port. */
    public static TokenFactory start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            TokenFactory factory = new TokenFactory(server);
            server.createContext(REALM + "/.well-known/openid-configuration", factory::discovery);
            server.createContext(PROTOCOL + "/certs", factory::keys);
            server.createContext(PROTOCOL + "/token", factory::token);
            server.start();
            return factory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code iss} of the tokens, and the value of {@code footbridge.issuer}. */
    public String issuer() {
        return root + REALM;
    }

    /** A token of a person who came through the suite's own web client. */
    public TokenBuilder person(String username) {
        return new TokenBuilder(KEY, issuer(), username).client("footbridge-web");
    }

    /** A token of a system without a person: the service account of a confidential client. */
    public TokenBuilder client(String clientId) {
        return new TokenBuilder(KEY, issuer(), "service-account-" + clientId).client(clientId);
    }

    /** Lets {@code clientId} fetch {@code token} at the token endpoint with {@code secret}. */
    public void register(String clientId, String secret, Supplier<TokenBuilder> token) {
        clients.put(clientId, new Registration(secret, token));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static RsaJsonWebKey newKey(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("no RSA key", e);
        }
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                JsonUtil.toJson(Map.of(
                        "issuer", issuer(),
                        "jwks_uri", root + PROTOCOL + "/certs",
                        "token_endpoint", root + PROTOCOL + "/token",
                        "grant_types_supported", List.of("client_credentials"),
                        "id_token_signing_alg_values_supported", List.of("RS256"),
                        "subject_types_supported", List.of("public"))));
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JsonWebKeySet(KEY).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        ClientCredentials sent =
                ClientCredentials.of(exchange.getRequestHeaders().getFirst("Authorization"), body);
        Registration client = clients.get(sent.clientId());
        if (!sent.grantType().equals("client_credentials")) {
            answer(exchange, 400, JsonUtil.toJson(Map.of("error", "unsupported_grant_type")));
        } else if (client == null || !client.secret().equals(sent.secret())) {
            answer(exchange, 401, JsonUtil.toJson(Map.of("error", "invalid_client")));
        } else {
            String token = client.token().get().sign();
            answer(
                    exchange,
                    200,
                    JsonUtil.toJson(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 900)));
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
