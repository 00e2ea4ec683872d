package org.footbridge.notification.world;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.TokenBuilder;

/** Speaks the public API for an agency. */
public record Endpoints(String token) {
    private static final String PATH = "/api/v1/webhooks/endpoints";

    public static Endpoints of(TokenBuilder caller) {
        return new Endpoints(caller.sign());
    }

    /** A registered endpoint and its secret. */
    public record Registered(String id, String secret) {}

    public Registered register(String url, String... eventTypes) {
        return register(Map.of("url", url, "eventTypes", List.of(eventTypes)));
    }

    /** With whatever else a request may say. */
    public Registered register(Map<String, Object> request) {
        Response response = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(request)
                .post(PATH);
        response.then().statusCode(201);
        return new Registered(response.path("id"), response.path("secret"));
    }

    public Response read(String id) {
        return given().auth().oauth2(token).get(PATH + "/{id}", id);
    }

    /** Something below an endpoint. */
    public Response get(String id, String below) {
        return given().auth().oauth2(token).get(PATH + "/" + id + "/" + below);
    }

    /** Something done to an endpoint; without a body where it is empty. */
    public Response post(String id, String below, String json) {
        var request = given().auth().oauth2(token);
        return (json.isEmpty()
                        ? request
                        : request.contentType("application/json").body(json))
                .post(PATH + "/" + id + "/" + below);
    }

    public Response deliveries(String id) {
        return given().auth().oauth2(token).get(PATH + "/{id}/deliveries", id);
    }

    public Response ping(String id) {
        return given().auth().oauth2(token).post(PATH + "/{id}/ping", id);
    }

    public Response resend(String id, String delivery) {
        return given().auth().oauth2(token).post(PATH + "/{id}/deliveries/{delivery}/resend", id, delivery);
    }

    public String rotate(String id) {
        return rotate(id, "").path("secret");
    }

    /** With a query such as {@code overlapSeconds=0}. */
    public Response rotate(String id, String query) {
        return given().auth()
                .oauth2(token)
                .post(PATH + "/" + id + "/secret/rotate" + (query.isEmpty() ? "" : "?" + query));
    }

    public void enable(String id) {
        change(id, "{\"enabled\":true}").then().statusCode(200);
    }

    public Response change(String id, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(json)
                .patch(PATH + "/{id}", id);
    }

    public void removeAll() {
        List<String> ids = given().auth().oauth2(token).get(PATH).path("items.id");
        for (String id : ids) {
            given().auth()
                    .oauth2(token)
                    .header("If-Match", "*")
                    .delete(PATH + "/{id}", id)
                    .then()
                    .statusCode(204);
        }
    }
}
