package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What was sent, brought into one shape: {@code {"organizations": […], "locations": […], "taxonomies": […], "taxonomy_terms": […]}},
 * where {@code locations} are those that belong to nobody.
 *
 * @param prefix how a pointer into {@code root} begins where the sender's document begins
 * @param origins where records of {@code root} stood in the sender's document, where that is not the same place
 */
record ImportDocument(ObjectNode root, String prefix, Map<String, String> origins) {

    ImportDocument(ObjectNode root, String prefix) {
        this(root, prefix, Map.of());
    }

    /** Takes the document itself, a bare array of organizations, or one organization. */
    static ImportDocument of(JsonNode sent) {
        if (sent.isArray()) {
            return new ImportDocument(wrap((ArrayNode) sent), "/organizations");
        }
        if (sent instanceof ObjectNode object && object.has("id") && !object.has("organizations")) {
            return new ImportDocument(wrap(JsonNodeFactory.instance.arrayNode().add(object)), "/organizations/0");
        }
        ObjectNode root = sent instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        return new ImportDocument(root, "");
    }

    /** A pointer into {@code root} as the sender would write it. */
    String pointer(String pointer) {
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            String origin = origins.get(pointer.substring(0, end));
            if (origin != null) {
                return origin + pointer.substring(end);
            }
        }
        return pointer.startsWith(prefix) ? pointer.substring(prefix.length()) : pointer;
    }

    private static ObjectNode wrap(ArrayNode organizations) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("organizations", organizations);
        return root;
    }
}
