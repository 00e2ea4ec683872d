package org.footbridge.directory.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.footbridge.common.web.problem.Fault;

/** What an editor may not say in a record, beyond what HSDS refuses. */
final class RecordRules {
    private static final Set<String> OF_THE_PLATFORM = Set.of("participation", "organization_kind");
    private static final int ID_LENGTH = 36;

    private RecordRules() {}

    /** The record's own id is the one of the address; where it names none it gets it. */
    static List<Fault> ownId(ObjectNode record, UUID id) {
        JsonNode said = record.get("id");
        if (said == null || said.isNull()) {
            record.put("id", id.toString());
            return List.of();
        }
        return id.toString().equalsIgnoreCase(said.asText())
                ? List.of()
                : List.of(new Fault("/record/id", "other-id", "The record is another one than the address names."));
    }

    /** Definitions of terms belong to their taxonomy: an editor names a term, and cannot rename it for everybody. */
    static void namingTermsOnly(JsonNode record) {
        record.findParents("taxonomy_term").forEach(attribute -> {
            JsonNode term = attribute.get("taxonomy_term");
            if (!attribute.has("taxonomy_term_id") && term.has("id")) {
                ((ObjectNode) attribute).set("taxonomy_term_id", term.get("id"));
            }
            if (!attribute.has("value") && term.has("code")) {
                ((ObjectNode) attribute).set("value", term.get("code"));
            }
            ((ObjectNode) attribute).remove("taxonomy_term");
        });
    }

    /**
     * Faults of an organization's record.
     *
     * @param before the record as it was, empty for a new one
     */
    static List<Fault> organization(JsonNode record, JsonNode before, boolean platform) {
        List<Fault> faults = new ArrayList<>();
        if (record.path("services").size() > 0) {
            faults.add(new Fault("/record/services", "not-here", "Services have operations of their own."));
        }
        if (!platform && !platformGroups(record).equals(platformGroups(before))) {
            faults.add(new Fault("/record/attributes", "not-yours", "Kind and participation are set by the platform."));
        }
        if (!platform
                && !record.path("parent_organization_id")
                        .asText("")
                        .equalsIgnoreCase(before.path("parent_organization_id").asText(""))) {
            faults.add(new Fault(
                    "/record/parent_organization_id", "not-yours", "The parent organization is set by the platform."));
        }
        return faults;
    }

    /** The ids of the locations that the record itself holds. */
    static List<String> locations(JsonNode record) {
        List<String> ids = new ArrayList<>();
        record.path("locations").forEach(location -> id(ids, location.path("id")));
        record.path("service_at_locations")
                .forEach(place -> id(ids, place.path("location").path("id")));
        return ids;
    }

    /** The ids of the locations that a service's places name without holding them. */
    static List<String> namedLocations(JsonNode record) {
        List<String> ids = new ArrayList<>();
        record.path("service_at_locations").forEach(place -> {
            if (!place.path("location").isObject()) {
                id(ids, place.path("location_id"));
            }
        });
        return ids;
    }

    /** The ids of a service's places. */
    static List<String> places(JsonNode record) {
        List<String> ids = new ArrayList<>();
        record.path("service_at_locations").forEach(place -> id(ids, place.path("id")));
        return ids;
    }

    private static void id(List<String> ids, JsonNode said) {
        String id = said.asText("");
        if (id.length() == ID_LENGTH && id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            ids.add(id);
        }
    }

    private static Set<String> platformGroups(JsonNode record) {
        Set<String> groups = new TreeSet<>();
        record.path("attributes").forEach(attribute -> {
            String group = attribute.path("link_type").asText();
            if (OF_THE_PLATFORM.contains(group)) {
                String value = attribute.path("value").asText("");
                groups.add(group + " "
                        + (value.isEmpty()
                                ? attribute.path("taxonomy_term").path("code").asText("")
                                : value));
            }
        });
        return groups;
    }
}
