package org.footbridge.notification.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.Endpoints.Registered;
import org.footbridge.notification.world.MtlsReceiver;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.TestClock;
import org.footbridge.notification.world.TlsKeys;
import org.footbridge.notification.world.WebhookReceiver;
import org.footbridge.notification.world.WebhookReceiver.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that want to know who calls by more than the signature. */
@QuarkusTest
class EndpointAuthTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/webhooks/endpoints";

    DemoTokens demo;
    TlsKeys receiverKeys;

    @Inject
    TestClock clock;

    private Endpoints agency;
    /** Its own in each test: what other tests have published comes in late and is not for it. */
    private final UUID agencyId = UUID.randomUUID();

    private final ReferralBus bus = ReferralBus.open();
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private final WebhookReceiver issuer = WebhookReceiver.start();

    @BeforeEach
    void clear() {
        clock.reset();
        agency = Endpoints.of(demo.agencyStaff().agency(agencyId));
        agency.removeAll();
    }

    @AfterEach
    void close() {
        agency.removeAll();
        receiver.close();
        issuer.close();
        bus.close();
    }

    @Test
    void shouldBringAnAccessTokenAndFetchAnotherOnlyWhereItIsRefused() {
        // Given
        issuer.answers(200, Map.of(), "{\"access_token\":\"first\",\"expires_in\":3600}");
        issuer.answers(200, Map.of(), "{\"access_token\":\"second\",\"expires_in\":3600}");
        register(oauth());

        // When
        publish();
        calls(receiver, 1);
        receiver.answers(401);
        publish();
        calls(receiver, 2);
        clock.advance(Duration.ofSeconds(7));

        // Then
        assertThat(calls(receiver, 3))
                .extracting(call -> call.header("authorization"))
                .containsExactly("Bearer first", "Bearer first", "Bearer second");
        assertThat(calls(issuer, 2)).allSatisfy(call -> {
            assertThat(call.text()).isEqualTo("grant_type=client_credentials&scope=webhooks");
            assertThat(call.header("authorization")).isEqualTo("Basic Zm9vdGJyaWRnZTpzM2NyM3Q=");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "9223372036854775807", "-9223372036854775808", "\"soon\""})
    void shouldTakeATokenWhateverIsSaidOfItsLife(String life) {
        issuer.answers(200, Map.of(), "{\"access_token\":\"good\",\"expires_in\":" + life + "}");
        register(oauth());
        publish();
        assertThat(calls(receiver, 1).getFirst().header("authorization")).isEqualTo("Bearer good");
    }

    @Test
    void shouldTryAgainLaterWhereThereIsNoToken() {
        // Given
        issuer.answers(500);
        issuer.answers(200, Map.of(), "{\"access_token\":\"late\",\"expires_in\":3600}");
        Registered endpoint = register(oauth());
        publish();
        await("the failed attempt").atMost(SOON).untilAsserted(() -> agency.deliveries(endpoint.id())
                .then()
                .body("items[0].attempts[0].error", equalTo("NO_TOKEN")));

        // When
        clock.advance(Duration.ofSeconds(7));

        // Then
        assertThat(calls(receiver, 1).getFirst().header("authorization")).isEqualTo("Bearer late");
    }

    @Test
    void shouldShowItsCertificateToAReceiverThatWantsOne() {
        TlsKeys client = TlsKeys.of("footbridge");
        try (MtlsReceiver guarded = MtlsReceiver.start(receiverKeys, client)) {
            // Given
            Registered stranger = agency.register(guarded.url(), "*");
            publish();
            await("the handshake to fail").atMost(SOON).untilAsserted(() -> agency.deliveries(stranger.id())
                    .then()
                    .body("items[0].attempts[0].error", notNullValue()));
            assertThat(guarded.callers()).isEmpty();
            agency.removeAll();

            // When
            Registered endpoint = agency.register(Map.of(
                    "url",
                    guarded.url(),
                    "eventTypes",
                    List.of("*"),
                    "auth",
                    Map.of("type", "MTLS", "certificate", client.certificate(), "privateKey", client.privateKey())));
            publish();

            // Then
            await("the call").atMost(SOON).untilAsserted(() -> assertThat(guarded.callers())
                    .containsExactly("CN=footbridge"));
            agency.read(endpoint.id())
                    .then()
                    .body("auth.type", equalTo("MTLS"))
                    .body("auth.subject", equalTo("CN=footbridge"))
                    .body("auth.expiresAt", notNullValue())
                    .body("auth.privateKey", nullValue());
        }
    }

    @Test
    void shouldShowNoSecretAndTakeItAwayOnDemand() {
        Registered endpoint = register(oauth());
        Response shown = agency.read(endpoint.id());
        shown.then().body("auth.clientId", equalTo("footbridge")).body("auth.clientSecret", nullValue());
        assertThat(shown.asString()).doesNotContain("s3cr3t");
        agency.change(endpoint.id(), "{\"auth\":{\"type\":\"NONE\"}}").then().body("auth", nullValue());
        publish();
        assertThat(calls(receiver, 1).getFirst().headers()).doesNotContainKey("authorization");
    }

    @Test
    void shouldNameEveryPartThatIsMissingOrOfNoUse() {
        TlsKeys one = TlsKeys.of("one");
        TlsKeys other = TlsKeys.of("other");
        refused(Map.of("type", "OAUTH2", "tokenUrl", "https://10.1.2.3/token"))
                .body("errors.pointer", containsInAnyOrder("/auth/clientId", "/auth/clientSecret", "/auth/tokenUrl"))
                .body("errors.code", containsInAnyOrder("missing", "missing", "private-address"));
        refused(Map.of("type", "MTLS", "certificate", one.certificate(), "privateKey", other.privateKey()))
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("other-key"));
        refused(Map.of("type", "MTLS", "certificate", "none", "privateKey", "none", "scope", "x"))
                .body("errors[0].pointer", equalTo("/auth/certificate"));
        refused(Map.of("type", "MTLS", "certificate", one.certificate(), "privateKey", "none"))
                .body("errors[0].pointer", equalTo("/auth/privateKey"));
    }

    private ValidatableResponse refused(Map<String, Object> auth) {
        return given().auth()
                .oauth2(agency.token())
                .contentType("application/json")
                .body(Map.of("url", receiver.url(), "eventTypes", List.of("*"), "auth", auth))
                .post(PATH)
                .then()
                .statusCode(422);
    }

    private Map<String, Object> oauth() {
        return Map.of(
                "type", "OAUTH2",
                "tokenUrl", issuer.url(),
                "clientId", "footbridge",
                "clientSecret", "s3cr3t",
                "scope", "webhooks");
    }

    private Registered register(Map<String, Object> auth) {
        Map<String, Object> request = new HashMap<>();
        request.put("url", receiver.url());
        request.put("eventTypes", List.of("*"));
        request.put("auth", auth);
        return agency.register(request);
    }

    private void publish() {
        bus.publish(ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId).sent());
    }

    private static List<Received> calls(WebhookReceiver of, int count) {
        await(count + " calls").atMost(SOON).untilAsserted(() -> assertThat(of.received())
                .hasSize(count));
        return of.received();
    }
}
