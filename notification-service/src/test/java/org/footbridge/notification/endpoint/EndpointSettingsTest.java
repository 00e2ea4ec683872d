package org.footbridge.notification.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.Endpoints.Registered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an endpoint may be told beyond where and of what. */
@QuarkusTest
class EndpointSettingsTest {
    private static final String PATH = "/api/v1/webhooks/endpoints";
    private static final String URL = "https://ehr.harborlight.example/hook";

    TestDatabase database;
    DemoTokens demo;

    private Endpoints agency;
    private Endpoints district;

    @BeforeEach
    void clear() {
        agency = Endpoints.of(demo.agencyStaff());
        district = Endpoints.of(demo.districtApp());
        agency.removeAll();
        district.removeAll();
    }

    @Test
    void shouldServeADistrictsAppAndHideItFromAllOthers() {
        // Given
        Registered endpoint = district.register(URL, "referral.*");
        UUID elsewhere = DemoTokens.EASTFIELD;

        // Then
        district.read(endpoint.id()).then().statusCode(200).body("enabled", equalTo(true));
        Endpoints.of(demo.districtApp().tenant(elsewhere))
                .read(endpoint.id())
                .then()
                .statusCode(404);
        agency.read(endpoint.id()).then().statusCode(404);
        given().auth()
                .oauth2(agency.token())
                .get(PATH + "?limit=200")
                .then()
                .body("items.id", not(hasItem(endpoint.id())));
        Endpoints.of(demo.districtAdmin()).read(endpoint.id()).then().statusCode(403);
        district.change(endpoint.id(), "{\"enabled\":false}").then().body("disabledReason", equalTo("BY_DISTRICT"));
    }

    @Test
    void shouldKeepWhatItWasTold() {
        // Given
        UUID school = UUID.randomUUID();
        UUID service = UUID.randomUUID();

        // When
        Registered endpoint = agency.register(Map.of(
                "url",
                URL,
                "eventTypes",
                List.of("referral.*"),
                "schoolIds",
                List.of(school),
                "serviceIds",
                List.of(service),
                "headers",
                List.of(Map.of("name", "X-Tenant-Key", "value", "hl-4711-secret")),
                "ordered",
                true,
                "maxPerSecond",
                20,
                "alertAddress",
                "integrations@harborlight.example"));

        // Then
        Response shown = agency.read(endpoint.id());
        shown.then()
                .body("schoolIds", equalTo(List.of(school.toString())))
                .body("serviceIds", equalTo(List.of(service.toString())))
                .body("headerNames", equalTo(List.of("X-Tenant-Key")))
                .body("ordered", equalTo(true))
                .body("maxPerSecond", equalTo(20))
                .body("alertAddress", equalTo("integrations@harborlight.example"));
    }

    @Test
    void shouldCarryNoSecretToAnotherHost() {
        // Given
        Registered endpoint = agency.register(Map.of(
                "url", URL,
                "eventTypes", List.of("*"),
                "headers", List.of(Map.of("name", "X-Tenant-Key", "value", "hl-4711-secret")),
                "auth",
                        Map.of(
                                "type", "OAUTH2",
                                "tokenUrl", "https://login.harborlight.example/token",
                                "clientId", "footbridge",
                                "clientSecret", "s3cr3t")));
        String elsewhere = "{\"url\":\"https://other.example/hook\"%s}";

        // When, then
        agency.change(endpoint.id(), elsewhere.formatted(""))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/auth", "/headers"));
        agency.read(endpoint.id()).then().body("url", equalTo(URL));
        agency.change(endpoint.id(), "{\"url\":\"https://EHR.harborlight.example/other\"}")
                .then()
                .statusCode(200);
        agency.change(endpoint.id(), elsewhere.formatted(",\"headers\":[],\"auth\":{\"type\":\"NONE\"}"))
                .then()
                .statusCode(200)
                .body("url", equalTo("https://other.example/hook"))
                .body("auth", nullValue());
    }

    @Test
    void shouldShowNoValueOfAHeader() throws Exception {
        // When
        Registered endpoint = agency.register(Map.of(
                "url",
                URL,
                "eventTypes",
                List.of("referral.*"),
                "headers",
                List.of(Map.of("name", "X-Tenant-Key", "value", "hl-4711-secret"))));

        // Then
        assertThat(agency.read(endpoint.id()).asString()).doesNotContain("hl-4711-secret");
        try (Connection superuser = database.connectAsSuperuser();
                ResultSet leaked = superuser
                        .createStatement()
                        .executeQuery("select count(*) from webhook_endpoint w where w::text like '%hl-4711%'"
                                + " or encode(headers, 'escape') like '%hl-4711%'")) {
            leaked.next();
            assertThat(leaked.getInt(1)).isZero();
        }
    }

    @Test
    void shouldTakeAwayWhatIsLeftEmpty() {
        // Given
        Registered endpoint = agency.register(Map.of(
                "url",
                URL,
                "eventTypes",
                List.of("referral.*"),
                "schoolIds",
                List.of(UUID.randomUUID()),
                "serviceIds",
                List.of(UUID.randomUUID()),
                "headers",
                List.of(Map.of("name", "X-Tenant-Key", "value", "hl-4711")),
                "ordered",
                true,
                "maxPerSecond",
                20,
                "alertAddress",
                "integrations@harborlight.example"));

        // Then
        agency.change(
                        endpoint.id(),
                        "{\"schoolIds\":[],\"serviceIds\":[],\"headers\":[],\"maxPerSecond\":0,\"alertAddress\":\"\"}")
                .then()
                .statusCode(200)
                .body("schoolIds", nullValue())
                .body("serviceIds", nullValue())
                .body("headerNames", nullValue())
                .body("maxPerSecond", nullValue())
                .body("alertAddress", nullValue())
                .body("ordered", equalTo(true));
    }

    @Test
    void shouldNameEveryHeaderThatMayNotBe() {
        given().auth()
                .oauth2(agency.token())
                .contentType("application/json")
                .body(Map.of(
                        "url",
                        URL,
                        "eventTypes",
                        List.of("*"),
                        "headers",
                        List.of(
                                Map.of("name", "webhook-signature", "value", "v1,x"),
                                Map.of("name", "X-One", "value", "1"),
                                Map.of("name", "x-one", "value", "2"),
                                Map.of("name", "Host", "value", "other.example"))))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/headers/0/name", "/headers/2/name", "/headers/3/name")))
                .body("errors.code", equalTo(List.of("reserved-header", "duplicate-header", "reserved-header")));
        given().auth()
                .oauth2(agency.token())
                .contentType("application/json")
                .body(Map.of(
                        "url",
                        URL,
                        "eventTypes",
                        List.of("*"),
                        "maxPerSecond",
                        0,
                        "headers",
                        List.of(Map.of("name", "X-One", "value", "a\r\nX-Two: b"))))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", org.hamcrest.Matchers.containsInAnyOrder("/maxPerSecond", "/headers/0/value"));
    }

    @Test
    void shouldGiveAnEndpointAnEd25519KeyOfItsOwn() {
        // When
        Registered endpoint = agency.register(Map.of("url", URL, "eventTypes", List.of("*"), "signature", "v1a"));
        Registered other = agency.register(Map.of("url", URL, "eventTypes", List.of("*"), "signature", "v1a"));

        // Then
        assertThat(endpoint.secret()).isNull();
        String key = agency.read(endpoint.id())
                .then()
                .body("signature", equalTo("v1a"))
                .body("publicKey", startsWith("whpk_"))
                .extract()
                .path("publicKey");
        assertThat(Base64.getDecoder().decode(key.substring(5))).hasSize(32);
        agency.read(other.id()).then().body("publicKey", not(equalTo(key)));
    }

    @Test
    void shouldNotCutTheOverlapOfARotationShortUnlessTold() {
        // Given
        Registered endpoint = agency.register(URL, "*");
        agency.rotate(endpoint.id(), "overlapSeconds=3600")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"));

        // When
        Response refused = agency.rotate(endpoint.id(), "");

        // Then
        refused.then().statusCode(409).body("type", org.hamcrest.Matchers.endsWith("rotation-running"));
        agency.rotate(endpoint.id(), "overlapSeconds=0&signature=v1a")
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("publicKey", notNullValue());
        agency.rotate(endpoint.id(), "overlapSeconds=604801").then().statusCode(400);
    }
}
