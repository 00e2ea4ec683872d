package org.footbridge.common.testsupport;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI 3.1 document, as far as a test asks it: which operations there are, and whether a body fits. */
final class ApiDocument {

    private static final String URN = "urn:openapi";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode root;
    private final SchemaRegistry schemas;

    private ApiDocument(String json) {
        root = JsonMapper.shared().readTree(json);
        schemas = SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(URN, json))
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    static ApiDocument parse(String json) {
        ApiDocument document = new ApiDocument(json);
        if (!document.root.path("openapi").asString("").startsWith("3.1")) {
            throw new IllegalArgumentException("not an OpenAPI 3.1 document");
        }
        return document;
    }

    List<ApiOperation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(this::operationsOf)
                .toList();
    }

    Optional<ApiOperation> find(String method, String rawPath) {
        List<String> segments = segments(rawPath);
        return operations().stream()
                .filter(operation -> operation.matches(method, segments))
                .max(Comparator.comparingLong(ApiOperation::fixedSegments));
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** What is wrong with {@code body}, measured against the schema at {@code pointer}; empty when it fits. */
    List<String> faults(String pointer, String body) {
        try {
            return schemas
                    .getSchema(SchemaLocation.of(URN + "#" + fragment(pointer)))
                    .validate(body, InputFormat.JSON)
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of("not readable as JSON: " + e.getMessage());
        }
    }

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    private Stream<ApiOperation> operationsOf(Map.Entry<String, JsonNode> path) {
        return path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> new ApiOperation(
                        entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), root, entry.getValue()));
    }

    private static String fragment(String pointer) {
        try {
            return new URI(null, null, pointer).getRawFragment();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
