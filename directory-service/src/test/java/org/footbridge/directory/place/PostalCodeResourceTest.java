package org.footbridge.directory.place;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class PostalCodeResourceTest {
    private static final String HEADER = "country,postal_code,latitude,longitude,place\n";

    DemoTokens demo;

    @Test
    void shouldTakeCodesInOnce() {
        String file = HEADER + "US,00901,18.465,-66.107,San Juan\nus,00902,18.47,-66.1,\n";
        send(demo.platformAdmin(), "text/csv", file).statusCode(200).body("written", equalTo(2));
        send(demo.platformAdmin(), "text/csv", file)
                .statusCode(200)
                .body("written", equalTo(0))
                .body("unchanged", equalTo(2));
        given().get("/api/v1/directory/search?postalCode=00902-1234&limit=1")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldReadTheFormOfGeoNames() {
        String line = "CA\tK1A 0B1\tOttawa\tOntario\tON\t\t\t\t\t45.4207\t-75.7023\t6\n";
        send(demo.platformAdmin(), "text/tab-separated-values", line)
                .statusCode(200)
                .body("written", equalTo(1));
        given().get("/api/v1/directory/search?postalCode=ca:k1a 0b1&limit=1")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNameEveryBadCellAndTakeNothing() {
        send(demo.platformAdmin(), "text/csv", HEADER + "US,00903,18,-66,\nUSA,!,91,north,\n")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/3/country", "/3/postal_code", "/3/latitude", "/3/longitude"));
        send(demo.platformAdmin(), "text/csv", "code,lat\n1,2\n").statusCode(422);
        given().get("/api/v1/directory/search?postalCode=00903").then().statusCode(400);
    }

    @Test
    void shouldLetOnlyThePlatformLoad() {
        send(demo.agencyStaff(), "text/csv", HEADER).statusCode(403);
        given().contentType("text/csv")
                .body(HEADER)
                .post("/api/v1/directory/postal-codes")
                .then()
                .statusCode(401);
        send(demo.platformAdmin(), "application/pdf", HEADER).statusCode(415);
    }

    private static ValidatableResponse send(TokenBuilder who, String type, String body) {
        return given().auth()
                .oauth2(who.sign())
                .header("Content-Type", type)
                .body(body.getBytes())
                .post("/api/v1/directory/postal-codes")
                .then();
    }
}
