package org.footbridge.notification.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.ServiceTestResource;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.OutsideWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "notification"),
            @ResourceArg(name = "openapi", value = "validate")
        })
@QuarkusTestResource(OutsideWorld.class)
class EndpointResourceTest {
    private static final String PATH = "/api/v1/webhooks/endpoints";
    private static final String BODY = """
            {"url":"https://ehr.harborlight.example/hook","eventTypes":["referral.*","consent.granted.v1"],"description":"EHR"}
            """;

    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void clear() {
        Endpoints.of(demo.agencyStaff()).removeAll();
        Endpoints.of(demo.otherAgencyStaff()).removeAll();
    }

    @Test
    void shouldRegisterAnEndpointAndShowItsSecretOnce() {
        // When
        Response created = as(demo.agencyStaff()).body(BODY).post(PATH);

        // Then
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("url", equalTo("https://ehr.harborlight.example/hook"))
                .body("enabled", equalTo(true));
        String id = created.path("id");
        String secret = created.path("secret");
        assertThat(created.header("Location")).endsWith(PATH + "/" + id);
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        Endpoints.of(demo.agencyStaff()).read(id).then().statusCode(200).body("secret", nullValue());
    }

    @Test
    void shouldKeepTheSecretEncrypted() throws Exception {
        // Given
        Response created = as(demo.agencyStaff()).body(BODY).post(PATH);
        String secret = created.path("secret");
        byte[] key = Base64.getDecoder().decode(secret.substring(6));

        // When
        String row;
        try (Connection superuser = database.connectAsSuperuser();
                PreparedStatement select = superuser.prepareStatement(
                        "select secret, secret_key_id, w::text from webhook_endpoint w where id = ?")) {
            select.setObject(1, UUID.fromString(created.path("id")));
            try (ResultSet found = select.executeQuery()) {
                found.next();
                assertThat(found.getString(2)).isEqualTo("k1");
                row = new String(found.getBytes(1), StandardCharsets.ISO_8859_1) + found.getString(3);
            }
        }

        // Then
        assertThat(row).doesNotContain(secret, new String(key, StandardCharsets.ISO_8859_1));
    }

    @Test
    void shouldNotShowTheSecretToAReplayedRequest() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        Response first =
                as(demo.agencyStaff()).header("Idempotency-Key", key).body(BODY).post(PATH);

        // When
        Response second =
                as(demo.agencyStaff()).header("Idempotency-Key", key).body(BODY).post(PATH);

        // Then
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")))
                .body("secret", nullValue())
                .body("secretShown", equalTo(true));
        as(demo.agencyStaff()).get(PATH).then().body("items", hasSize(1));
        try (Connection superuser = database.connectAsSuperuser();
                ResultSet leaked = superuser
                        .createStatement()
                        .executeQuery("select count(*) from idempotency_key where body like '%whsec_%'")) {
            leaked.next();
            assertThat(leaked.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://ehr.harborlight.example/hook | scheme",
                "ftp://ehr.harborlight.example/hook | scheme",
                "https://user:pw@ehr.harborlight.example/ | user-info",
                "https://ehr.harborlight.example/#x | fragment",
                "https://10.1.2.3/ | private-address",
                "https://[::1]/ | private-address",
                "https://169.254.169.254/latest | private-address",
                "https://2130706433/ | host",
                "https://metadata.google.internal/ | private-name",
                "https://ehr.harborlight.example:22/ | port"
            })
    void shouldRefuseAUrl(String url, String code) {
        // When
        Response refused = as(demo.agencyStaff())
                .body("{\"url\":\"" + url + "\",\"eventTypes\":[\"referral.*\"]}")
                .post(PATH);

        // Then
        refused.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldNameEveryUnknownEventType() {
        // When
        Response refused = as(demo.agencyStaff())
                .body(
                        "{\"url\":\"https://a.example/\",\"eventTypes\":[\"referral.sent.v1\",\"referral.sold.v1\",\"roster.*\"]}")
                .post(PATH);

        // Then
        refused.then().statusCode(422).body("errors.pointer", equalTo(List.of("/eventTypes/1", "/eventTypes/2")));
    }

    @Test
    void shouldRefuseWhatIsNotTheExpectedJson() {
        as(demo.agencyStaff())
                .body("{\"url\":\"https://a.example/\",\"eventTypes\":[\"*\"],\"secret\":\"mine\"}")
                .post(PATH)
                .then()
                .statusCode(400);
        as(demo.agencyStaff()).body("{}").post(PATH).then().statusCode(422).body("errors", hasSize(1));
    }

    @Test
    void shouldRefuseCallersWithoutTokenRoleOrScope() {
        given().contentType("application/json").body(BODY).post(PATH).then().statusCode(401);
        as(demo.coordinator()).body(BODY).post(PATH).then().statusCode(403);
        as(demo.agencyStaff().roles("agency_staff"))
                .body(BODY)
                .post(PATH)
                .then()
                .statusCode(403);
        as(demo.agencyStaff().scopes("referral:read"))
                .body(BODY)
                .post(PATH)
                .then()
                .statusCode(403);
        as(demo.agencyApp()).body(BODY).post(PATH).then().statusCode(201);
    }

    @Test
    void shouldHideEndpointsOfAnotherAgency() {
        // Given
        String id = as(demo.agencyStaff()).body(BODY).post(PATH).path("id");

        // When
        TokenBuilder stranger = demo.otherAgencyStaff();

        // Then
        as(stranger).get(PATH).then().statusCode(200).body("items.id", not(hasItem(id)));
        as(stranger).get(PATH + "/{id}", id).then().statusCode(404);
        as(stranger)
                .header("If-Match", "*")
                .body("{}")
                .patch(PATH + "/{id}", id)
                .then()
                .statusCode(404);
        as(stranger).header("If-Match", "*").delete(PATH + "/{id}", id).then().statusCode(404);
        as(stranger).post(PATH + "/{id}/secret/rotate", id).then().statusCode(404);
        as(stranger).post(PATH + "/{id}/ping", id).then().statusCode(404);
        as(stranger).get(PATH + "/{id}/deliveries", id).then().statusCode(404);
        as(demo.agencyStaff()).get(PATH + "/{id}", id).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void shouldChangeOnlyTheVersionThatWasRead() {
        // Given
        String id = as(demo.agencyStaff()).body(BODY).post(PATH).path("id");

        // When
        Response changed = as(demo.agencyStaff())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"enabled\":false,\"description\":\"\"}")
                .patch(PATH + "/{id}", id);

        // Then
        changed.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("enabled", equalTo(false))
                .body("disabledReason", equalTo("BY_AGENCY"))
                .body("description", nullValue())
                .body("url", equalTo("https://ehr.harborlight.example/hook"));
        as(demo.agencyStaff()).body("{}").patch(PATH + "/{id}", id).then().statusCode(428);
        as(demo.agencyStaff())
                .header("If-Match", "\"0\"")
                .body("{\"enabled\":true}")
                .patch(PATH + "/{id}", id)
                .then()
                .statusCode(412);
        as(demo.agencyStaff())
                .header("If-Match", "\"1\"")
                .body("{\"url\":\"https://10.0.0.1/\"}")
                .patch(PATH + "/{id}", id)
                .then()
                .statusCode(422);
    }

    @Test
    void shouldRemoveOnlyTheVersionThatWasRead() {
        // Given
        String id = as(demo.agencyStaff()).body(BODY).post(PATH).path("id");

        // When
        as(demo.agencyStaff()).delete(PATH + "/{id}", id).then().statusCode(428);
        as(demo.agencyStaff())
                .header("If-Match", "\"7\"")
                .delete(PATH + "/{id}", id)
                .then()
                .statusCode(412);
        as(demo.agencyStaff())
                .header("If-Match", "\"0\"")
                .delete(PATH + "/{id}", id)
                .then()
                .statusCode(204);

        // Then
        as(demo.agencyStaff()).get(PATH + "/{id}", id).then().statusCode(404);
        as(demo.agencyStaff()).get(PATH + "/{id}", "nonsense").then().statusCode(400);
    }

    @Test
    void shouldLimitTheEndpointsOfAnAgency() {
        // Given
        for (int i = 0; i < 20; i++) {
            as(demo.agencyStaff()).body(BODY).post(PATH).then().statusCode(201);
        }

        // When
        Response refused = as(demo.agencyStaff()).body(BODY).post(PATH);

        // Then
        refused.then().statusCode(409).body("type", equalTo("/docs/problems#too-many-endpoints"));
        as(demo.otherAgencyStaff()).body(BODY).post(PATH).then().statusCode(201);
    }

    @Test
    void shouldPageThroughTheList() {
        // Given
        for (int i = 0; i < 3; i++) {
            as(demo.agencyStaff()).body(BODY).post(PATH).then().statusCode(201);
        }

        // When
        Response first = as(demo.agencyStaff()).get(PATH + "?limit=2");

        // Then
        first.then().statusCode(200).body("items", hasSize(2));
        String next = first.path("next");
        as(demo.agencyStaff())
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue());
        as(demo.otherAgencyStaff()).queryParam("cursor", next).get(PATH).then().statusCode(400);
        as(demo.agencyStaff()).get(PATH + "?limit=201").then().statusCode(400);
    }

    @Test
    void shouldRotateTheSecret() {
        // Given
        Response created = as(demo.agencyStaff()).body(BODY).post(PATH);

        // When
        Response rotated = as(demo.agencyStaff()).post(PATH + "/{id}/secret/rotate", created.<String>path("id"));

        // Then
        rotated.then().statusCode(200).header("ETag", "\"1\"");
        assertThat(rotated.<String>path("secret")).startsWith("whsec_").isNotEqualTo(created.path("secret"));
    }

    private RequestSpecification as(TokenBuilder caller) {
        return given().auth().oauth2(caller.sign()).contentType("application/json");
    }
}
