package org.footbridge.common.testsupport;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * REST Assured filter that measures every answer against the service's own OpenAPI 3.1 document: path, status, content
 * type and body, problem documents included. An answer that the document does not promise fails the test with an {@link
 * AssertionError}. Paths under {@code /q/} are the platform's and pass.
 */
public final class OpenApiResponses implements Filter {

    private static final String DOCUMENT_PATH = "/q/openapi?format=json";
    private static final Map<URI, ApiDocument> SERVED = new ConcurrentHashMap<>();

    private final Optional<ApiDocument> fixed;

    private OpenApiResponses(Optional<ApiDocument> fixed) {
        this.fixed = fixed;
    }

    /** Measures against the document that the called service serves at {@code /q/openapi}. */
    public static OpenApiResponses ofTheService() {
        return new OpenApiResponses(Optional.empty());
    }

    /**
     * Measures against a given document.
     *
     * @param json OpenAPI 3.1 as JSON (YAML would not do)
     * @throws IllegalArgumentException when it is something else
     */
    public static OpenApiResponses of(String json) {
        return new OpenApiResponses(Optional.of(ApiDocument.parse(json)));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI uri = URI.create(request.getURI());
        if (!uri.getRawPath().startsWith("/q/")) {
            ApiDocument document = fixed.orElseGet(() -> servedBy(uri));
            check(document, request.getMethod(), uri.getRawPath(), response);
        }
        return response;
    }

    private static void check(ApiDocument document, String method, String path, Response response) {
        String contentType = Optional.ofNullable(response.getContentType()).orElse("");
        List<String> faults =
                faults(document, method, path, new Answer(response.statusCode(), contentType, response.asString()));
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s answered %d, which is not what openapi.yaml promises:%n  %s%nBody: %s"
                    .formatted(method, path, response.statusCode(), String.join("\n  ", faults), response.asString()));
        }
    }

    /** Status, content type and body of a response. */
    record Answer(int status, String contentType, String body) {}

    static List<String> faults(ApiDocument document, String method, String path, Answer answer) {
        Optional<ApiOperation> operation = document.find(method, path);
        if (operation.isEmpty()) {
            return List.of("no such operation in the document");
        }
        return operation
                .get()
                .response(answer.status())
                .map(pointer -> contentFaults(document, pointer, answer))
                .orElseGet(() -> List.of("status " + answer.status() + " is not documented for "
                        + operation.get().name()));
    }

    private static List<String> contentFaults(ApiDocument document, String pointer, Answer answer) {
        JsonNode content = document.at(pointer).path("content");
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("the document promises no body, and there is one");
        }
        String mediaType = mediaType(answer.contentType());
        if (answer.body().isEmpty()) {
            return List.of("the document promises a body, and there is none");
        }
        if (!content.has(mediaType)) {
            return List.of("content type '" + mediaType + "' is none of " + content.propertyNames());
        }
        JsonNode schema = content.path(mediaType).path("schema");
        if (!mediaType.endsWith("json") || schema.isMissingNode()) {
            return List.of();
        }
        return document.faults(pointer + "/content/" + ApiOperation.escape(mediaType) + "/schema", answer.body());
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static ApiDocument servedBy(URI uri) {
        return SERVED.computeIfAbsent(uri.resolve("/"), root -> ApiDocument.parse(fetch(root.resolve(DOCUMENT_PATH))));
    }

    static String fetch(URI document) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(document).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(document + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(document + " could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
