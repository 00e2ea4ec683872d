package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What was sent, brought into one shape: {@code {"organizations": […], "taxonomies": […], "taxonomy_terms": […]}}.
 *
 * @param prefix how a pointer into {@code root} begins where the sender's document begins
 */
record ImportDocument(ObjectNode root, String prefix) {

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
        return pointer.startsWith(prefix) ? pointer.substring(prefix.length()) : pointer;
    }

    private static ObjectNode wrap(ArrayNode organizations) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("organizations", organizations);
        return root;
    }
}
