package org.footbridge.directory.truth;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;

/** Suggestions as anybody makes them. */
public final class Suggestions {
    static final String PATH = "/api/v1/directory/suggestions";

    private Suggestions() {}

    /** One about the fees of a service. */
    public static String about(String service) {
        return send(service, "FEES_DESCRIPTION", "Free of charge")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    static Response send(String service, String field, String value) {
        return given().contentType("application/json")
                .body("{\"serviceId\":\"%s\",\"field\":\"%s\",\"value\":\"%s\",\"reason\":\"I called.\"}"
                        .formatted(service, field, value))
                .post(PATH);
    }
}
