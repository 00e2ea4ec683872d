package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Our HSDS profile: what a referral needs and HSDS has no field for is carried by {@code attributes[]} whose {@code link_type} names
 * one of these groups and whose {@code value} is the code.
 */
final class Profile {
    static final String INSURANCE = "insurance";
    static final String ORGANIZATION_KIND = "organization_kind";
    static final String PARTICIPATION = "participation";
    static final String CAPACITY_STATUS = "capacity_status";
    static final String WAIT_DAYS = "wait_days";

    static final Set<String> INSURANCES = Set.of("medicaid", "chip", "private", "sliding", "none");
    static final Set<String> KINDS = Set.of("agency", "school");

    private static final String CONFIDENTIAL = "confidential";
    private static final Set<String> YES = Set.of("true", "yes");

    private Profile() {}

    /** The codes of one group at an entity, distinct and sorted. */
    static List<String> codes(JsonNode entity, String group) {
        return attributes(entity)
                .filter(attribute -> group.equals(attribute.path("link_type").asText()))
                .map(Profile::code)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The code of an attribute as written: its value, else the code of its nested term. */
    static String code(JsonNode attribute) {
        String value = attribute.path("value").asText("");
        return value.isEmpty() ? attribute.path("taxonomy_term").path("code").asText("") : value;
    }

    /** Codes in lower case and limited to those we know; another feed's words are no reason to refuse it. */
    static List<String> known(JsonNode entity, String group, Set<String> known) {
        return codes(entity, group).stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .filter(known::contains)
                .distinct()
                .toList();
    }

    static Stream<JsonNode> attributes(JsonNode entity) {
        return StreamSupport.stream(entity.path("attributes").spliterator(), false);
    }

    /** True for the capacity that says whether the service takes on somebody, not for beds and the like. */
    static boolean isIntake(JsonNode capacity) {
        return !codes(capacity, CAPACITY_STATUS).isEmpty();
    }

    /** What says that a location's address is nobody's to know; none where nothing does. */
    static List<JsonNode> marksOfSecrecy(JsonNode location) {
        return attributes(location)
                .filter(attribute ->
                        CONFIDENTIAL.equals(attribute.path("link_type").asText()))
                .filter(attribute ->
                        YES.contains(attribute.path("value").asText("").toLowerCase(Locale.ROOT)))
                .toList();
    }
}
