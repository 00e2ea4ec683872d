package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which source's word stands in each field of a record that several sources name: the one of the lower number, and of two with the
 * same number the one that spoke first. A source may correct what it said itself, and fill what nobody says.
 */
final class FieldPrecedence {
    private static final int UNKNOWN = Integer.MAX_VALUE;
    private static final Set<String> NOT_FIELDS =
            Set.of("id", "organization_id", "metadata", "service_at_locations", "capacities");

    private final String source;
    private final Map<String, Integer> numbers;

    /**
     * @param source whose file is read
     * @param numbers the number of each source, by its id
     */
    FieldPrecedence(String source, Map<String, Integer> numbers) {
        this.source = source;
        this.numbers = numbers;
    }

    /**
     * Puts what others say better into the file's record.
     *
     * @param stored the record as the directory has it
     * @param owners the source of each field; brought up to date
     */
    void settle(ObjectNode given, ObjectNode stored, ObjectNode owners) {
        Set<String> fields = new LinkedHashSet<>();
        stored.fieldNames().forEachRemaining(fields::add);
        given.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(NOT_FIELDS);
        for (String field : fields) {
            JsonNode owner = owners.path(field);
            boolean mine = owner.asText("").equals(source);
            if (stored.has(field) && !mine && (!given.has(field) || stands(owner))) {
                given.set(field, stored.get(field));
            } else if (given.has(field)) {
                owners.put(field, source);
            } else {
                owners.remove(field);
            }
        }
    }

    private boolean stands(JsonNode owner) {
        return !owner.isMissingNode()
                && numbers.getOrDefault(owner.asText(), 0) <= numbers.getOrDefault(source, UNKNOWN);
    }
}
