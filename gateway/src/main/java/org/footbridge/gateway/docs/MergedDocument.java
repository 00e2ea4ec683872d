package org.footbridge.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** One OpenAPI document of many. What has the same name and differs gets the name of its service in front. */
final class MergedDocument {
    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final Set<String> operationIds = new HashSet<>();
    private final Predicate<String> isPublic;

    MergedDocument(Predicate<String> isPublic) {
        this.isPublic = isPublic;
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Footbridge")
                .put("version", "v1")
                .put("description", "Every operation that can be reached through the gateway.");
        merged.putArray("servers").addObject().put("url", "/");
        merged.set("paths", paths);
        merged.set("components", components);
    }

    ObjectNode json() {
        return merged;
    }

    void add(String service, ObjectNode original) {
        ObjectNode document = original.deepCopy();
        String prefix = Character.toUpperCase(service.charAt(0)) + service.substring(1);
        Map<String, String> renamed = new HashMap<>();
        document.path("components").properties().forEach(section -> section.getValue()
                .properties()
                .forEach(each -> rename(section.getKey(), each, prefix, renamed)));
        redirect(document, renamed);
        document.path("components").properties().forEach(section -> addSection(section, renamed));
        document.path("paths").properties().forEach(path -> addPath(path, prefix));
    }

    private void rename(String section, Map.Entry<String, JsonNode> each, String prefix, Map<String, String> renamed) {
        JsonNode known = components.path(section).path(each.getKey());
        if (!known.isMissingNode() && !known.equals(each.getValue())) {
            String place = "#/components/" + section + "/";
            renamed.put(place + each.getKey(), place + prefix + each.getKey());
        }
    }

    private static void redirect(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object && object.get("$ref") instanceof TextNode ref) {
            object.put("$ref", renamed.getOrDefault(ref.textValue(), ref.textValue()));
        }
        node.forEach(child -> redirect(child, renamed));
    }

    private void addSection(Map.Entry<String, JsonNode> section, Map<String, String> renamed) {
        ObjectNode target = components.withObjectProperty(section.getKey());
        String place = "#/components/" + section.getKey() + "/";
        section.getValue().properties().forEach(each -> {
            String reference = renamed.getOrDefault(place + each.getKey(), place + each.getKey());
            target.set(reference.substring(place.length()), each.getValue());
        });
    }

    private void addPath(Map.Entry<String, JsonNode> path, String prefix) {
        if (!isPublic.test(path.getKey())) {
            return;
        }
        path.getValue().forEach(operation -> {
            if (operation instanceof ObjectNode object && object.get("operationId") instanceof TextNode id) {
                String unique = operationIds.add(id.textValue()) ? id.textValue() : id.textValue() + prefix;
                operationIds.add(unique);
                object.put("operationId", unique);
            }
        });
        paths.set(path.getKey(), path.getValue());
    }
}
