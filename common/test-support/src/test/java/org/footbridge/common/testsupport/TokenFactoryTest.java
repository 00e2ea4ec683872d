package org.footbridge.common.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens are judged by quarkus-oidc itself, configured as the services are. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class TokenFactoryTest {

    TokenFactory tokens;
    DemoTokens demo;

    @Test
    void shouldBeBelievedByTheService() {
        given().auth()
                .oauth2(demo.educator().sign())
                .get("/who")
                .then()
                .statusCode(200)
                .body("name", equalTo("stf-9003@example.edu"))
                .body("roles", equalTo(List.of("educator")))
                .body("tenant", equalTo(DemoTokens.PRAIRIE_VIEW.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "audience", "issuer", "signature", "garbage"})
    void shouldBeRefusedWhenAnythingIsWrong(String fault) {
        given().auth().oauth2(faulty(fault)).get("/who").then().statusCode(401);
    }

    @Test
    void shouldGiveAClientItsOwnTokenOnly() {
        // Given
        String tokenEndpoint = tokens.issuer() + "/protocol/openid-connect/token";
        String right = DemoTokens.secretOf("notification-service");

        // When
        String token = given().auth()
                .preemptive()
                .basic("notification-service", right)
                .formParam("grant_type", "client_credentials")
                .post(tokenEndpoint)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        // Then
        given().auth().oauth2(token).get("/who").then().body("roles", equalTo(List.of("internal_service")));
        given().formParams(Map.of("grant_type", "client_credentials", "client_id", "harborlight-ehr"))
                .formParam("client_secret", DemoTokens.secretOf("harborlight-ehr"))
                .post(tokenEndpoint)
                .then()
                .statusCode(200);
        given().formParams(Map.of("grant_type", "client_credentials", "client_id", "harborlight-ehr"))
                .formParam("client_secret", right)
                .post(tokenEndpoint)
                .then()
                .statusCode(401);
        given().formParam("grant_type", "password").post(tokenEndpoint).then().statusCode(400);
    }

    @Test
    void shouldKeepTheSubjectOfAUser() {
        assertThat(demo.educator().claims().get("sub"))
                .isEqualTo(demo.educator().claims().get("sub"))
                .isNotEqualTo(demo.otherEducator().claims().get("sub"));
    }

    private String faulty(String fault) {
        return switch (fault) {
            case "expired" -> demo.educator().expired().sign();
            case "audience" -> demo.educator().audience("somebody-else").sign();
            case "issuer" ->
                demo.educator().issuer("http://localhost/realms/other").sign();
            case "signature" -> demo.educator().signedBySomebodyElse().sign();
            default -> "garbage";
        };
    }
}
