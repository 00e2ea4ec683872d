package org.footbridge.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.directory.importing.format.Entities;

/** Whether a record came out as it went in: every member and every list element is there, up to a one-to-one map of ids for each kind. */
public final class Canonical {
    private final Map<String, String> there = new HashMap<>();
    private final Map<String, String> back = new HashMap<>();

    /** Fails with the place of what was dropped or changed. */
    public void assertKept(String entity, JsonNode before, JsonNode after) {
        List<String> lost = new ArrayList<>();
        compare(entity, "", before, after, lost);
        assertThat(lost).as("what was dropped or changed").isEmpty();
    }

    private void compare(String entity, String at, JsonNode before, JsonNode after, List<String> lost) {
        if (before.isObject()) {
            before.properties()
                    .forEach(member -> member(entity, at, member.getKey(), (ObjectNode) before, after, lost));
        } else if (before.isArray()) {
            if (before.size() > after.size()) {
                lost.add(at + ": " + before.size() + " became " + after.size());
            }
            for (int i = 0; i < before.size(); i++) {
                compare(entity, at + "/" + i, before.get(i), find(before, i, after), lost);
            }
        } else if (before.isNumber() && after.isNumber()) {
            if (new BigDecimal(before.asText()).compareTo(new BigDecimal(after.asText())) != 0) {
                lost.add(at + ": " + before + " became " + after);
            }
        } else if (!before.equals(after)) {
            lost.add(at + ": " + before + " became " + after);
        }
    }

    private void member(String entity, String at, String name, ObjectNode before, JsonNode after, List<String> lost) {
        String kind = name.equals("id") ? entity : reference(before, name);
        if (kind != null) {
            id(
                    kind,
                    at + "/" + name,
                    before.path(name).asText(),
                    after.path(name).asText(),
                    lost);
        } else {
            String below = Entities.under(name) == null ? entity : Entities.under(name);
            compare(below, at + "/" + name, before.path(name), after.path(name), lost);
        }
    }

    private void id(String kind, String at, String before, String after, List<String> lost) {
        String known = there.putIfAbsent(kind + before, after);
        String taken = back.putIfAbsent(kind + after, before);
        if (after.isEmpty() || known != null && !known.equals(after) || taken != null && !taken.equals(before)) {
            lost.add(at + ": the id " + before + " became " + after);
        }
    }

    private static String reference(ObjectNode node, String member) {
        return switch (member) {
            case "link_id" -> node.path("link_entity").asText();
            case "resource_id" -> node.path("resource_type").asText();
            default -> Entities.named(member);
        };
    }

    /** Lists are sets: the same record by its id, else by its place. */
    private JsonNode find(JsonNode before, int index, JsonNode after) {
        String id = before.get(index).path("id").asText("");
        for (JsonNode candidate : after) {
            if (!id.isEmpty() && candidate.path("id").asText().equals(id)) {
                return candidate;
            }
        }
        return after.path(index);
    }
}
