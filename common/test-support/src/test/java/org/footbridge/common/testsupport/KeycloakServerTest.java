package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The realm file, read by the real Keycloak: what stands in the tokens is what the services rely on. */
class KeycloakServerTest {

    private static final String PRAIRIE_VIEW = "01980000-0000-7000-8000-00000000d001";
    private static final String HARBOR_LIGHT = "01980000-0000-7000-8000-00000000a001";
    private static final Path REALM =
            Path.of(System.getProperty("footbridge.root"), "deploy/keycloak/footbridge-realm.json");
    private static final Set<String> PEOPLES_SCOPES = new TreeSet<>(Stream.concat(
                    Stream.of("referral", "consent", "message", "roster", "directory", "feedback", "notification")
                            .flatMap(noun -> Stream.of(noun + ":read", noun + ":write")),
                    Stream.of("webhook:manage", "app:manage", "kpi:read"))
            .toList());

    @TempDir
    static Path directory;

    private static KeycloakServer keycloak;

    @BeforeAll
    static void start() {
        keycloak = KeycloakServer.builder(REALM)
                .replace("FOOTBRIDGE_CLIENT_SECRET", "generated")
                .dataDirectory(directory.resolve("keycloak"))
                .build();
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @ParameterizedTest
    @CsvSource({
        "platform-admin,              platform_admin,                  ,       ",
        "stf-9001@example.edu,        district_admin,                  tenant, d001",
        "stf-9002@example.edu,        coordinator counselor educator,  tenant, d001",
        "stf-9003@example.edu,        educator,                        tenant, d001",
        "stf-9004@example.edu,        educator,                        tenant, d001",
        "gdn-7001@example.edu,        guardian,                        tenant, d001",
        "intake@harborlight.example,  agency_admin agency_staff,       agency, a001",
        "admin@eastfield.example,     district_admin,                  tenant, d002",
        "coordinator@eastfield.example, coordinator educator,          tenant, d002",
        "intake@cedarpath.example,    agency_admin agency_staff,       agency, a002"
    })
    void shouldTellWhoAPersonIs(String username, String roles, String party, String id) throws Exception {
        // When
        JsonNode claims = passwordGrant(username);

        // Then
        assertIssuedHere(claims, "footbridge-demo");
        assertThat(claims.path("preferred_username").asText()).isEqualTo(username);
        assertThat(roles(claims)).isEqualTo(words(roles));
        assertParty(claims, party == null ? Map.of() : Map.of(party, "01980000-0000-7000-8000-00000000" + id));
        assertThat(scopes(claims)).isEqualTo(PEOPLES_SCOPES);
    }

    @ParameterizedTest
    @CsvSource({
        "prairie-view-sis,     demo-prairie-view-sis-secret, district_app,     roster:read roster:write webhook:manage",
        "harborlight-ehr,      demo-harborlight-ehr-secret,  agency_app,       referral:read referral:write message:read message:write webhook:manage",
        "notification-service, generated,                    internal_service, internal:recipients"
    })
    void shouldTellWhichSystemCalls(String client, String secret, String role, String scopes) throws Exception {
        // Given
        Map<String, Map<String, String>> parties = Map.of(
                "prairie-view-sis", Map.of("tenant", PRAIRIE_VIEW),
                "harborlight-ehr", Map.of("agency", HARBOR_LIGHT),
                "notification-service", Map.of());

        // When
        JsonNode claims =
                token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));

        // Then
        assertIssuedHere(claims, client);
        assertThat(roles(claims)).isEqualTo(words(role));
        assertParty(claims, parties.get(client));
        assertThat(scopes(claims)).isEqualTo(words(scopes));
    }

    @Test
    void shouldRefuseThePasswordGrantToTheBrowserClient() throws Exception {
        // When
        HttpResponse<String> answer = post(Map.of(
                "grant_type",
                "password",
                "client_id",
                "footbridge-web",
                "username",
                "platform-admin",
                "password",
                "demo"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }

    @Test
    void shouldNotStartWithoutTheSecretThatTheRealmAsksFor() {
        // Given
        try (KeycloakServer incomplete = KeycloakServer.builder(REALM).build()) {
            // When / Then
            assertThatThrownBy(incomplete::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("FOOTBRIDGE_CLIENT_SECRET");
            assertThat(incomplete.isAlive()).isFalse();
        }
    }

    private static void assertIssuedHere(JsonNode claims, String client) {
        assertThat(claims.path("iss").asText()).isEqualTo(keycloak.issuer());
        assertThat(claims.path("sub").asText()).isNotBlank();
        assertThat(claims.path("aud").asText()).isEqualTo("footbridge");
        assertThat(claims.path("azp").asText()).isEqualTo(client);
    }

    private static void assertParty(JsonNode claims, Map<String, String> expected) {
        Map<String, String> found = Stream.of("tenant", "agency")
                .filter(claims::has)
                .collect(
                        Collectors.toMap(name -> name, name -> claims.path(name).asText()));
        assertThat(found).isEqualTo(expected);
    }

    private static Set<String> roles(JsonNode claims) {
        Set<String> roles = new TreeSet<>();
        claims.path("realm_access").path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static Set<String> scopes(JsonNode claims) {
        Set<String> scopes = words(claims.path("scope").asText());
        scopes.removeIf(scope -> !scope.contains(":"));
        return scopes;
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.split(" ")));
    }

    private static JsonNode passwordGrant(String username) throws Exception {
        return token(Map.of(
                "grant_type", "password", "client_id", "footbridge-demo", "username", username, "password", "demo"));
    }

    private static JsonNode token(Map<String, String> form) throws Exception {
        HttpResponse<String> answer = post(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ObjectMapper json = new ObjectMapper();
        String token = json.readTree(answer.body()).path("access_token").asText();
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static HttpResponse<String> post(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
