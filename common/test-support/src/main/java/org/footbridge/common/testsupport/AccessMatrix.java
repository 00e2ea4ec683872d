package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One test per operation of the service's OpenAPI document (decision 39): about an existing resource its owner gets 2xx,
 * another tenant and another agency 404, nobody's token 401, lists do not hold it, and the attempts change nothing. An
 * operation on a resource without a fixture fails, and so does an entry for an operation that is gone.
 *
 * <p>The strangers come first and the owner last, so that a change by the owner cannot be what refused the strangers. A
 * stranger whose role may never call the operation may get 403 instead of 404, if an id that does not exist gets 403
 * too: then the answer tells nothing.
 */
public final class AccessMatrix {

    private static final String DOCUMENT = "/q/openapi?format=json";

    private final DemoTokens demo;
    private final Map<String, Supplier<Access>> fixtures = new TreeMap<>();
    private final Map<String, String> open = new TreeMap<>();

    private AccessMatrix(DemoTokens demo) {
        this.demo = demo;
    }

    /** A matrix whose strangers are Eastfield and Cedar Path: the fixtures' resources belong to none of them. */
    public static AccessMatrix of(DemoTokens demo) {
        return new AccessMatrix(demo);
    }

    /**
     * The fixture of an operation.
     *
     * @param operationId as in the document
     * @param fixture makes a resource in the state that the request needs, through the API; called once
     */
    public AccessMatrix operation(String operationId, Supplier<Access> fixture) {
        fixtures.put(operationId, fixture);
        return this;
    }

    /** An operation that anybody may call without a token, with the reason. */
    public AccessMatrix open(String operationId, String reason) {
        open.put(operationId, reason);
        return this;
    }

    /** The tests, for a method with {@code @TestFactory}; the document is read from the running service. */
    public Stream<DynamicTest> tests() {
        URI document = URI.create(RestAssured.baseURI + ":" + RestAssured.port + DOCUMENT);
        return tests(ApiDocument.parse(OpenApiResponses.fetch(document)));
    }

    Stream<DynamicTest> tests(ApiDocument document) {
        List<ApiOperation> operations = document.operations().stream()
                .sorted(Comparator.comparing(ApiOperation::name))
                .toList();
        DynamicTest entries = DynamicTest.dynamicTest("every entry is an operation", () -> assertThat(
                        operations.stream().map(ApiOperation::name))
                .as("operations of the document")
                .containsAll(Stream.concat(fixtures.keySet().stream(), open.keySet().stream())
                        .toList()));
        return Stream.concat(
                Stream.of(entries),
                operations.stream()
                        .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> check(operation))));
    }

    private void check(ApiOperation operation) {
        if (open.containsKey(operation.name())) {
            return;
        }
        if (fixtures.containsKey(operation.name())) {
            checkResource(operation, fixtures.get(operation.name()).get());
        } else if (operation.namesAResource()) {
            fail("%s (%s %s) has no fixture: say whose resource it is about, or why it is open"
                    .formatted(operation.name(), operation.method(), operation.path()));
        } else {
            checkRefusedWithoutToken(operation);
        }
    }

    private static void checkRefusedWithoutToken(ApiOperation operation) {
        // a type that the operation takes, so that nothing but the missing token can be the reason
        Response response = RestAssured.given()
                .contentType(operation.requestType())
                .request(Method.valueOf(operation.method()), operation.path());
        assertThat(response.statusCode())
                .as("%s without a token", operation.name())
                .isEqualTo(401);
    }

    private void checkResource(ApiOperation operation, Access access) {
        Optional<String> before = access.state();
        for (Stranger stranger : Stranger.of(demo, access.owner())) {
            checkRefused(operation, access, stranger);
            checkHidden(access, stranger);
        }
        assertThat(access.request(operation, Optional.empty()).statusCode())
                .as("%s without a token", operation.name())
                .isEqualTo(401);
        assertThat(access.state()).as("state after the strangers' attempts").isEqualTo(before);
        Response owners = access.request(operation, Optional.of(access.owner().sign()));
        assertThat(owners.statusCode())
                .as("%s by its owner: %s", operation.name(), owners.asString())
                .isBetween(200, 299);
    }

    private static void checkRefused(ApiOperation operation, Access access, Stranger stranger) {
        int status = access.request(operation, Optional.of(stranger.token())).statusCode();
        if (status == 403 && !stranger.sameRoles()) {
            status = access.requestForNothing(operation, stranger.token()).statusCode();
            assertThat(status)
                    .as(
                            "%s by %s about nothing: the refusal must not depend on the resource",
                            operation.name(), stranger)
                    .isEqualTo(403);
            return;
        }
        assertThat(status).as("%s by %s", operation.name(), stranger).isEqualTo(404);
    }

    private static void checkHidden(Access access, Stranger stranger) {
        for (String list : access.lists()) {
            Response response =
                    RestAssured.given().auth().oauth2(stranger.token()).get(list);
            assertThat(response.statusCode()).as("%s by %s", list, stranger).isIn(200, 403);
            assertThat(response.asString())
                    .as("%s by %s", list, stranger)
                    .doesNotContain(access.resource().toString());
        }
    }
}
