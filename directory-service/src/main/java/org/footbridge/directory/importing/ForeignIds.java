package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.footbridge.common.events.Ids;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.Record;

/**
 * Gives every record of a file an id that is a UUID and nobody else's, and lets every reference follow. One foreign id is one id of
 * ours for each kind of record, for ever.
 */
final class ForeignIds {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Map<Key, String> names = new LinkedHashMap<>();
    private final Set<Key> mentioned = new HashSet<>();
    private final Map<Key, UUID> ours = new HashMap<>();
    private final Map<Key, UUID> fresh = new LinkedHashMap<>();

    /** What a source calls a record of a kind. */
    record Key(String entity, String foreignId) {}

    /** Notes the ids of every record, nested ones too. */
    static ForeignIds of(List<Record> records) {
        ForeignIds ids = new ForeignIds();
        records.forEach(record -> ids.collect(record.entity(), record.node()));
        return ids;
    }

    /** Every id of the file in the source's words, of records and of references. */
    Set<Key> mentioned() {
        return mentioned;
    }

    /** Kind, id and name of the records whose id is a UUID, as JSON rows. */
    ArrayNode uuids() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        names.forEach((key, name) -> {
            if (isUuid(key.foreignId()) && Entities.OWN_TABLE.contains(key.entity())) {
                rows.addObject()
                        .put("entity", key.entity())
                        .put("id", key.foreignId())
                        .put("name", name);
            }
        });
        return rows;
    }

    /**
     * Decides on every id and writes it into the records.
     *
     * @param known what the source has been given before
     * @param taken ids of ours that are somebody else's records, by kind
     */
    void rewrite(List<Record> records, Map<Key, UUID> known, Map<String, Set<UUID>> taken) {
        ours.putAll(known);
        names.keySet().stream().filter(key -> !ours.containsKey(key)).forEach(key -> decide(key, taken));
        records.forEach(record -> rewrite(record.entity(), record.node()));
    }

    /** What was decided now and has to be kept: ids of records with a table of their own, and ids that we made. */
    Map<Key, UUID> fresh() {
        return fresh;
    }

    private void decide(Key key, Map<String, Set<UUID>> taken) {
        UUID own = isUuid(key.foreignId()) ? UUID.fromString(key.foreignId()) : null;
        boolean kept =
                own != null && !taken.getOrDefault(key.entity(), Set.of()).contains(own);
        UUID id = kept ? own : Ids.next();
        ours.put(key, id);
        if (!kept || Entities.OWN_TABLE.contains(key.entity())) {
            fresh.put(key, id);
        }
    }

    private void collect(String entity, ObjectNode node) {
        String id = node.path("id").asText("");
        if (!id.isEmpty()) {
            names.putIfAbsent(key(entity, id), node.path("name").asText(""));
            mentioned.add(key(entity, id));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String kind = Entities.under(member.getKey());
            String named = kindOfReference(node, member.getKey());
            if (kind != null) {
                children(member.getValue()).forEach(child -> collect(kind, child));
            } else if (named != null) {
                mentioned.add(key(named, member.getValue().asText("")));
            }
        }
    }

    private void rewrite(String entity, ObjectNode node) {
        for (Map.Entry<String, JsonNode> member : List.copyOf(node.properties())) {
            String kind = Entities.under(member.getKey());
            if (kind != null) {
                children(member.getValue()).forEach(child -> rewrite(kind, child));
            } else if (member.getKey().equals("id")) {
                replace(node, "id", entity);
            } else if (kindOfReference(node, member.getKey()) != null) {
                replace(node, member.getKey(), kindOfReference(node, member.getKey()));
            }
        }
    }

    /** {@code null} for a member that refers to nothing. */
    private static String kindOfReference(ObjectNode node, String member) {
        return switch (member) {
            case "link_id" -> node.path("link_entity").asText("");
            case "resource_id" -> node.path("resource_type").asText("");
            default -> Entities.named(member);
        };
    }

    private void replace(ObjectNode node, String member, String entity) {
        String foreign = node.path(member).asText("");
        if (foreign.isEmpty()) {
            return;
        }
        UUID id = ours.get(key(entity, foreign));
        if (id == null && isUuid(foreign)) {
            id = UUID.fromString(foreign);
        }
        if (id == null) {
            id = Ids.next();
            ours.put(key(entity, foreign), id);
            fresh.put(key(entity, foreign), id);
        }
        node.set(member, TextNode.valueOf(id.toString()));
    }

    private static Key key(String entity, String id) {
        return new Key(entity, isUuid(id) ? id.toLowerCase(Locale.ROOT) : id);
    }

    private static boolean isUuid(String id) {
        return UUID_FORM.matcher(id).matches();
    }

    private static List<ObjectNode> children(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return List.of(object);
        }
        List<ObjectNode> children = new ArrayList<>();
        value.forEach(child -> {
            if (child instanceof ObjectNode object) {
                children.add(object);
            }
        });
        return children;
    }
}
