package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.importing.format.Entities;

/** What JSON can say and the database cannot keep: found before anything is asked of it, and told with its place. */
final class Storable {
    /** Ids are in an index, which has no room for longer ones. */
    private static final int LONGEST_ID = 500;

    private static final int LONGEST_KIND = 40;
    private static final int LONGEST_POINTER = 500;
    private static final int MOST_DIGITS = 1_000;
    private static final int MOST = 1_000;
    private static final Set<String> KINDS = Set.of("link_entity", "resource_type");

    private final List<Fault> faults = new ArrayList<>();

    private Storable() {}

    /** Every fault of the document, which begins at the pointer. */
    static List<Fault> faults(JsonNode document, String pointer) {
        Storable checked = new Storable();
        checked.check(document, "", pointer);
        return checked.faults;
    }

    private void check(JsonNode node, String member, String at) {
        if (node.isObject()) {
            node.properties().forEach(child -> member(child, at));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), "", at + "/" + i);
            }
        } else if (node.isTextual()) {
            text(node.textValue(), member, at);
        } else if (node.isNumber() && !isNumeric(node)) {
            fault(at, "number", "The number is too large or has too many digits.");
        }
    }

    private static boolean isNumeric(JsonNode number) {
        if (!Double.isFinite(number.doubleValue()) && !number.isBigDecimal() && !number.isBigInteger()) {
            return false;
        }
        BigDecimal value = number.decimalValue();
        return Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    }

    private void member(Map.Entry<String, JsonNode> child, String at) {
        String below = at + "/" + child.getKey();
        if (child.getKey().indexOf(0) >= 0) {
            fault(below, "nul", "A name holds the character NUL.");
        }
        check(child.getValue(), child.getKey(), below);
    }

    private void text(String text, String member, String at) {
        if (text.indexOf(0) >= 0) {
            fault(at, "nul", "The text holds the character NUL.");
        }
        if (isId(member) && text.length() > LONGEST_ID) {
            fault(at, "max-length", "An id has at most " + LONGEST_ID + " characters.");
        }
        if (KINDS.contains(member) && text.length() > LONGEST_KIND) {
            fault(at, "max-length", "The kind of a record has at most " + LONGEST_KIND + " characters.");
        }
    }

    private static boolean isId(String member) {
        return member.equals("id")
                || member.equals("link_id")
                || member.equals("resource_id")
                || Entities.named(member) != null;
    }

    private void fault(String at, String code, String message) {
        if (faults.size() >= MOST) {
            return;
        }
        String pointer = at.replace('\0', '\ufffd');
        faults.add(new Fault(
                pointer.length() > LONGEST_POINTER ? pointer.substring(0, LONGEST_POINTER) : pointer, code, message));
    }
}
