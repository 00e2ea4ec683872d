package org.footbridge.directory.importing.format;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a record of one kind stands inside one of another, and by which references a row says so. */
public final class Nesting {
    private static final List<String> NONE = List.of();
    private static final Map<String, List<String>> REFERENCES = Map.ofEntries(
            Map.entry("language", List.of("service_id", "location_id", "phone_id")),
            Map.entry(
                    "phone",
                    List.of("location_id", "service_id", "organization_id", "contact_id", "service_at_location_id")),
            Map.entry("contact", List.of("organization_id", "service_id", "service_at_location_id", "location_id")),
            Map.entry("address", List.of("location_id")),
            Map.entry("accessibility", List.of("location_id")),
            Map.entry("schedule", List.of("service_id", "location_id", "service_at_location_id")),
            Map.entry("funding", List.of("organization_id", "service_id")),
            Map.entry("url", List.of("organization_id", "service_id")),
            Map.entry("service_area", List.of("service_id", "service_at_location_id")),
            Map.entry("cost_option", List.of("service_id")),
            Map.entry("required_document", List.of("service_id")),
            Map.entry("organization_identifier", List.of("organization_id")),
            Map.entry("service_capacity", List.of("service_id")),
            Map.entry("program", List.of("organization_id")),
            Map.entry(Entities.LOCATION, List.of("organization_id")),
            Map.entry(Entities.PLACE, List.of("service_id")));
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry(Entities.METADATA, "metadata"),
            Map.entry(Entities.ATTRIBUTE, "attributes"),
            Map.entry("language", "languages"),
            Map.entry("phone", "phones"),
            Map.entry("contact", "contacts"),
            Map.entry("address", "addresses"),
            Map.entry("accessibility", "accessibility"),
            Map.entry("schedule", "schedules"),
            Map.entry("funding", "funding"),
            Map.entry("service_area", "service_areas"),
            Map.entry("cost_option", "cost_options"),
            Map.entry("required_document", "required_documents"),
            Map.entry("organization_identifier", "organization_identifiers"),
            Map.entry("service_capacity", "capacities"),
            Map.entry("unit", "unit"),
            Map.entry("program", "programs"),
            Map.entry(Entities.PLACE, "service_at_locations"));
    private static final Set<String> SINGLE = Set.of("unit", "location", "program");

    private Nesting() {}

    /** The columns of a row that name its owners. */
    public static List<String> references(String entity) {
        return REFERENCES.getOrDefault(entity, NONE);
    }

    /** The member of the owner; {@code null} where the owner has none. */
    static String member(String entity, String owner) {
        if (entity.equals(Entities.LOCATION)) {
            return owner.equals(Entities.PLACE) ? "location" : "locations";
        }
        if (entity.equals("url")) {
            return owner.equals(Entities.SERVICE) ? "additional_urls" : "additional_websites";
        }
        return MEMBERS.get(entity);
    }

    static boolean isSingle(String member) {
        return SINGLE.contains(member);
    }
}
