package org.footbridge.directory.exporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.Nesting;

/**
 * Turns nested records into rows. A record that stands under several owners is one row that names them all, as far as the table has
 * a column for each; where it has none, or where two records share an id, the second one gets an id of its own that stays the same
 * from export to export.
 */
final class Flattener {
    private static final Set<String> NAMED_BY_MANY = Set.of("program", "unit");

    private final Map<String, Set<String>> written = new HashMap<>();
    private final Map<String, Map<String, ObjectNode>> rows = new LinkedHashMap<>();

    private record Owner(String entity, String id) {}

    /** The rows of one record, by kind. Called for one record after the other. */
    Map<String, Map<String, ObjectNode>> rows(String entity, ObjectNode node) {
        rows.clear();
        flatten(entity, node, null);
        rows.forEach((kind, of) ->
                written.computeIfAbsent(kind, any -> new HashSet<>()).addAll(of.keySet()));
        return rows;
    }

    private String flatten(String entity, ObjectNode node, Owner owner) {
        ObjectNode row = node.objectNode();
        String id = node.path("id").asText();
        if (Entities.OWN_TABLE.contains(entity) && isWritten(entity, id)) {
            return id;
        }
        node.properties().stream()
                .filter(member ->
                        member.getValue().isValueNode() && !member.getValue().isNull())
                .forEach(member -> row.set(member.getKey(), member.getValue()));
        belongsTo(entity, row, owner);
        String kept = keep(entity, id, row, owner);
        single(node, "location", Entities.LOCATION, row, "location_id");
        single(node, "program", "program", row, "program_id");
        single(node, "unit", "unit", row, "unit_id");
        single(node, "taxonomy_term", Entities.TERM, row, "taxonomy_term_id");
        single(node, "taxonomy_detail", Entities.TAXONOMY, row, "taxonomy_id");
        Owner self = new Owner(entity, kept);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String kind = Entities.under(member.getKey());
            if (kind != null && member.getValue().isArray()) {
                member.getValue().forEach(child -> flatten(kind, (ObjectNode) child, self));
            }
        }
        return kept;
    }

    private void single(ObjectNode node, String member, String entity, ObjectNode row, String reference) {
        if (node.path(member) instanceof ObjectNode nested) {
            row.put(reference, flatten(entity, nested, null));
        }
    }

    private static void belongsTo(String entity, ObjectNode row, Owner owner) {
        if (owner == null) {
            return;
        }
        if (entity.equals(Entities.ATTRIBUTE)) {
            putIfAbsent(row, "link_id", owner.id());
            putIfAbsent(row, "link_entity", owner.entity());
        } else if (entity.equals(Entities.METADATA)) {
            putIfAbsent(row, "resource_id", owner.id());
            putIfAbsent(row, "resource_type", owner.entity());
        } else {
            Nesting.references(entity).stream()
                    .filter(reference -> owner.entity().equals(Entities.named(reference)))
                    .forEach(reference -> putIfAbsent(row, reference, owner.id()));
            if (entity.equals(Entities.SERVICE)) {
                putIfAbsent(row, "organization_id", owner.id());
            }
        }
    }

    /** The id under which the row stands. */
    private String keep(String entity, String id, ObjectNode row, Owner owner) {
        Map<String, ObjectNode> table = rows.computeIfAbsent(entity, any -> new LinkedHashMap<>());
        ObjectNode known = table.get(id);
        if (known == null && !isWritten(entity, id)) {
            table.put(id, row);
            return id;
        }
        if (known != null && agree(known, row)) {
            known.setAll(row);
            return id;
        }
        if (known == null && owner == null && NAMED_BY_MANY.contains(entity)) {
            return id;
        }
        String other = derived(entity, id, owner);
        row.put("id", other);
        if (!isWritten(entity, other)) {
            table.putIfAbsent(other, row);
        }
        return other;
    }

    private static boolean agree(ObjectNode known, ObjectNode row) {
        List<String> differing = new ArrayList<>();
        row.properties().forEach(member -> {
            if (known.has(member.getKey()) && !known.get(member.getKey()).equals(member.getValue())) {
                differing.add(member.getKey());
            }
        });
        return differing.isEmpty();
    }

    private static String derived(String entity, String id, Owner owner) {
        String seed = entity + "/" + id + "/" + (owner == null ? "" : owner.entity() + "/" + owner.id());
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private boolean isWritten(String entity, String id) {
        return written.getOrDefault(entity, Set.of()).contains(id);
    }

    private static void putIfAbsent(ObjectNode row, String member, String value) {
        if (!row.has(member)) {
            row.put(member, value);
        }
    }
}
