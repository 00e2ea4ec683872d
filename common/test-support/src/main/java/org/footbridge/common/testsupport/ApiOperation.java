package org.footbridge.common.testsupport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One operation of an OpenAPI document. */
record ApiOperation(String method, String path, JsonNode document, JsonNode node) {

    String id() {
        return node.path("operationId").asString("");
    }

    String name() {
        return id().isEmpty() ? method + " " + path : id();
    }

    boolean namesAResource() {
        return path.contains("{");
    }

    /** The first media type that the document lets a client send; JSON where it says nothing. */
    String requestType() {
        return node.path("requestBody").path("content").propertyNames().stream()
                .findFirst()
                .orElse("application/json");
    }

    boolean matches(String requestMethod, List<String> requestSegments) {
        List<String> segments = ApiDocument.segments(path);
        if (!method.equals(requestMethod) || segments.size() != requestSegments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!isParameter(segments.get(i)) && !segments.get(i).equals(requestSegments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many segments are fixed: {@code /referrals/open} wins over {@code /referrals/{id}}. */
    long fixedSegments() {
        return ApiDocument.segments(path).stream()
                .filter(segment -> !isParameter(segment))
                .count();
    }

    /** JSON Pointer of what the document says about answers with {@code status}. */
    Optional<String> response(int status) {
        String pointer = "/paths/" + escape(path) + "/" + method.toLowerCase(Locale.ROOT) + "/responses/";
        return Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                .map(key -> pointer + key)
                .filter(candidate -> !document.at(candidate).isMissingNode())
                .map(this::follow)
                .findFirst();
    }

    private String follow(String pointer) {
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isString() ? reference.asString().substring(1) : pointer;
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
