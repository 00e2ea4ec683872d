package org.footbridge.common.testsupport;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How its rightful caller makes one request about an existing resource: the fixture of one row of an {@link AccessMatrix}. */
public final class Access {

    private final TokenBuilder owner;
    private final Map<String, Object> pathParameters = new LinkedHashMap<>();
    private final Map<String, Object> queryParameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> lists = new ArrayList<>();
    private String body;
    private String contentType = ContentType.JSON.toString();
    private String watched;

    private Access(TokenBuilder owner) {
        this.owner = owner;
    }

    /** A request that {@code owner} may make, and that must succeed. */
    public static Access by(TokenBuilder owner) {
        return new Access(owner);
    }

    /** A parameter of the operation's path; the last one names the resource that lists must not hold. */
    public Access path(String parameter, Object value) {
        pathParameters.put(parameter, value);
        return this;
    }

    /** A query parameter that the request needs. */
    public Access query(String parameter, Object value) {
        queryParameters.put(parameter, value);
        return this;
    }

    /** A request header, such as {@code If-Match}. */
    public Access header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The request body, JSON unless {@link #contentType} says otherwise. */
    public Access body(String json) {
        body = json;
        return this;
    }

    /** The content type of the body, where it is not {@code application/json}. */
    public Access contentType(String type) {
        contentType = type;
        return this;
    }

    /** A list, such as {@code /referrals?limit=200}, in which strangers must not find the resource. */
    public Access hiddenIn(String list) {
        lists.add(list);
        return this;
    }

    /** A path, such as {@code /referrals/{id}}, whose answer to the owner must be the same after the strangers' attempts. */
    public Access unchanged(String path) {
        watched = path;
        return this;
    }

    TokenBuilder owner() {
        return owner;
    }

    List<String> lists() {
        return List.copyOf(lists);
    }

    Object resource() {
        return pathParameters.values().stream()
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("the fixture names no path parameter"));
    }

    Response request(ApiOperation operation, Optional<String> token) {
        return send(operation, token, pathParameters);
    }

    /** The same request about resources that do not exist. */
    Response requestForNothing(ApiOperation operation, String token) {
        Map<String, Object> nowhere = new LinkedHashMap<>(pathParameters);
        nowhere.replaceAll((name, value) -> UUID.randomUUID());
        return send(operation, Optional.of(token), nowhere);
    }

    /** What the owner sees of the watched path, with its ETag; empty where nothing is watched. */
    Optional<String> state() {
        if (watched == null) {
            return Optional.empty();
        }
        Response response = RestAssured.given()
                .auth()
                .oauth2(owner.sign())
                .pathParams(named(watched))
                .get(watched);
        return Optional.of(response.statusCode() + " " + response.header("ETag") + " " + response.asString());
    }

    private Response send(ApiOperation operation, Optional<String> token, Map<String, Object> parameters) {
        RequestSpecification request =
                RestAssured.given().headers(headers).pathParams(parameters).queryParams(queryParameters);
        token.ifPresent(value -> request.auth().oauth2(value));
        if (body != null) {
            // as bytes, because REST Assured writes no text for a type that it does not know
            request.contentType(contentType).body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.request(Method.valueOf(operation.method()), operation.path());
    }

    private Map<String, Object> named(String path) {
        Map<String, Object> named = new LinkedHashMap<>(pathParameters);
        named.keySet().removeIf(name -> !path.contains("{" + name + "}"));
        return named;
    }
}
