package org.footbridge.referral.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.footbridge.referral.disclosure.Redisclosure;

/**
 * What others than the student do not read of his or her record where the law lets the minor alone decide on care for substance use
 * (42 CFR 2.14): rows that tell of it, and all that was written about a referral that does, are without their words; rows that tell
 * by being there are missing, and so is what belongs to them. Takes the tables of one record, parents before children.
 */
final class Part2Mask {
    private static final String PART2 = "PART2";
    private static final Set<String> TELL_BY_BEING_THERE = Set.of("consent", "consent_request", "attachment");
    private static final Set<String> PARTS_OF_THOSE =
            Set.of("consent_signer", "consent_document", "attachment_release");
    private static final List<String> PARENTS = List.of("consent_id", "request_id", "attachment_id");
    /** What the family itself has written. */
    private static final Set<String> THEIR_OWN = Set.of("access_request", "amendment_request");

    private static final List<String> WORDS = List.of(
            "body",
            "content",
            "description",
            "actions_tried",
            "strengths",
            "expected_outcome",
            "location",
            "text",
            "note",
            "decline_text",
            "reason");

    private final Set<String> telling = new HashSet<>();
    private final Set<String> removed = new HashSet<>();

    /** Changes the rows of a table. */
    void apply(String table, ArrayNode rows) {
        Iterator<JsonNode> each = rows.elements();
        while (each.hasNext()) {
            ObjectNode row = (ObjectNode) each.next();
            boolean tells = tells(row);
            if (tells && TELL_BY_BEING_THERE.contains(table) || ofRemoved(row) && PARTS_OF_THOSE.contains(table)) {
                removed.add(row.path("id").asText());
                each.remove();
            } else {
                hide(table, row, tells);
            }
        }
    }

    private void hide(String table, ObjectNode row, boolean tells) {
        if (tells || ofTelling(row) && !THEIR_OWN.contains(table)) {
            telling.add(row.path("id").asText());
            WORDS.stream().filter(row::has).forEach(row::putNull);
        }
        if (tells && row.has("notice")) {
            row.put("notice", Redisclosure.NOTICE);
        }
        without(row, "scope", PART2);
        without(row, "concerns", "SUBSTANCE_USE");
        row.remove("part2");
        PARENTS.stream()
                .filter(parent -> removed.contains(row.path(parent).asText()))
                .forEach(row::putNull);
    }

    private static boolean tells(ObjectNode row) {
        return row.path("part2").asBoolean()
                || holds(row.path("scope"), PART2)
                || holds(row.path("concerns"), "SUBSTANCE_USE");
    }

    private boolean ofRemoved(ObjectNode row) {
        return PARENTS.stream()
                .anyMatch(parent -> removed.contains(row.path(parent).asText()));
    }

    private boolean ofTelling(ObjectNode row) {
        return telling.contains(row.path("referral_id").asText())
                || telling.contains(row.path("placement_id").asText());
    }

    private static boolean holds(JsonNode codes, String code) {
        for (JsonNode one : codes) {
            if (code.equals(one.asText())) {
                return true;
            }
        }
        return false;
    }

    private static void without(ObjectNode row, String member, String code) {
        if (row.path(member) instanceof ArrayNode codes) {
            Iterator<JsonNode> each = codes.elements();
            while (each.hasNext()) {
                if (code.equals(each.next().asText())) {
                    each.remove();
                }
            }
        }
    }
}
