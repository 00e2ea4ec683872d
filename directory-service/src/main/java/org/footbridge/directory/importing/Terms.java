package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The taxonomies and terms of a document, wherever they stand. An attribute that only names its term gets the term nested, so that
 * every record can be served whole.
 */
final class Terms {
    private final Map<String, ObjectNode> taxonomies = new LinkedHashMap<>();
    private final Map<String, ObjectNode> terms = new LinkedHashMap<>();
    private final Map<String, JsonNode> stored = new LinkedHashMap<>();
    private final Set<String> named = new LinkedHashSet<>();

    /** Collects from the document; the lists at its top win over what is nested in attributes. */
    static Terms of(ImportDocument document) {
        Terms found = new Terms();
        document.root().path("taxonomies").forEach(found::taxonomy);
        document.root().path("taxonomy_terms").forEach(found::term);
        document.root()
                .path("organizations")
                .findValues("attributes")
                .forEach(attributes -> attributes.forEach(found::attribute));
        return found;
    }

    /** Ids of terms that attributes name and the document does not hold. */
    Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>(named);
        missing.removeAll(terms.keySet());
        return missing;
    }

    /** Adds a term that the directory has already. */
    void found(JsonNode term) {
        stored.put(term.path("id").asText(), term);
    }

    /** Nests the terms into the attributes of an organization and everything below it. */
    void nestInto(JsonNode entity) {
        entity.findValues("attributes").forEach(attributes -> attributes.forEach(this::nest));
    }

    ArrayNode taxonomyRows() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        taxonomies.values().forEach(taxonomy -> rows.add(row(taxonomy)));
        return rows;
    }

    ArrayNode termRows() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode term : terms.values()) {
            ObjectNode row = row(term);
            row.set("code", term.get("code"));
            row.set("parent_id", term.get("parent_id"));
            row.set("taxonomy_id", term.get("taxonomy_id"));
            rows.add(row);
        }
        return rows;
    }

    private void nest(JsonNode attribute) {
        String id = attribute.path("taxonomy_term_id").asText();
        JsonNode term = terms.containsKey(id) ? terms.get(id) : stored.get(id);
        if (term != null && attribute instanceof ObjectNode object && !attribute.has("taxonomy_term")) {
            object.set("taxonomy_term", term);
        }
    }

    private void attribute(JsonNode attribute) {
        JsonNode id = attribute.path("taxonomy_term_id");
        if (id.isTextual()) {
            named.add(id.asText());
        }
        if (attribute.path("taxonomy_term").isObject()) {
            term(attribute.path("taxonomy_term"));
        }
    }

    private void term(JsonNode term) {
        ObjectNode document = term.deepCopy();
        JsonNode detail = document.remove("taxonomy_detail");
        if (detail != null) {
            taxonomy(detail);
            document.put("taxonomy_id", detail.path("id").asText());
        }
        terms.putIfAbsent(term.path("id").asText(), document);
    }

    private void taxonomy(JsonNode taxonomy) {
        taxonomies.putIfAbsent(taxonomy.path("id").asText(), taxonomy.deepCopy());
    }

    private static ObjectNode row(ObjectNode document) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", document.path("id").asText());
        row.put("name", document.path("name").asText());
        row.set("document", document);
        return row;
    }
}
