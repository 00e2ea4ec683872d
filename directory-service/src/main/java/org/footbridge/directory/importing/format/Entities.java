package org.footbridge.directory.importing.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of HSDS records: under which member each stands, and which kind a reference names. */
public final class Entities {
    public static final String ORGANIZATION = "organization";
    public static final String SERVICE = "service";
    public static final String LOCATION = "location";
    public static final String PLACE = "service_at_location";
    public static final String TAXONOMY = "taxonomy";
    public static final String TERM = "taxonomy_term";
    public static final String ATTRIBUTE = "attribute";
    public static final String METADATA = "metadata";

    /** Kinds that have a table of their own here. */
    public static final Set<String> OWN_TABLE = Set.of(ORGANIZATION, SERVICE, LOCATION, PLACE, TAXONOMY, TERM);

    private static final Map<String, String> BY_MEMBER = Map.ofEntries(
            Map.entry("organizations", ORGANIZATION),
            Map.entry("organization", ORGANIZATION),
            Map.entry("services", SERVICE),
            Map.entry("service", SERVICE),
            Map.entry("locations", LOCATION),
            Map.entry("location", LOCATION),
            Map.entry("service_at_locations", PLACE),
            Map.entry("taxonomies", TAXONOMY),
            Map.entry("taxonomy_detail", TAXONOMY),
            Map.entry("taxonomy_terms", TERM),
            Map.entry("taxonomy_term", TERM),
            Map.entry("attributes", ATTRIBUTE),
            Map.entry("metadata", METADATA),
            Map.entry("languages", "language"),
            Map.entry("phones", "phone"),
            Map.entry("contacts", "contact"),
            Map.entry("additional_urls", "url"),
            Map.entry("additional_websites", "url"),
            Map.entry("funding", "funding"),
            Map.entry("programs", "program"),
            Map.entry("program", "program"),
            Map.entry("organization_identifiers", "organization_identifier"),
            Map.entry("addresses", "address"),
            Map.entry("accessibility", "accessibility"),
            Map.entry("schedules", "schedule"),
            Map.entry("service_areas", "service_area"),
            Map.entry("cost_options", "cost_option"),
            Map.entry("required_documents", "required_document"),
            Map.entry("capacities", "service_capacity"),
            Map.entry("unit", "unit"),
            Map.entry("units", "unit"),
            Map.entry("meta_table_descriptions", "meta_table_description"));
    private static final Map<String, String> BY_REFERENCE = Map.ofEntries(
            Map.entry("organization_id", ORGANIZATION),
            Map.entry("parent_organization_id", ORGANIZATION),
            Map.entry("service_id", SERVICE),
            Map.entry("location_id", LOCATION),
            Map.entry("service_at_location_id", PLACE),
            Map.entry("program_id", "program"),
            Map.entry("taxonomy_id", TAXONOMY),
            Map.entry("taxonomy_term_id", TERM),
            Map.entry("parent_id", TERM),
            Map.entry("phone_id", "phone"),
            Map.entry("contact_id", "contact"),
            Map.entry("unit_id", "unit"));
    private static final List<String> OF_SERVICES = List.of(
            "status",
            "organization",
            "organization_id",
            "service_at_locations",
            "capacities",
            "eligibility_description",
            "minimum_age",
            "cost_options",
            "application_process",
            "program_id",
            "assured_date");
    private static final List<String> OF_TERMS =
            List.of("code", "parent_id", "taxonomy", "taxonomy_detail", "taxonomy_id", "term_uri");

    private Entities() {}

    /** What stands under a member of this name, {@code null} for a member that holds no records. */
    public static String under(String member) {
        return BY_MEMBER.get(member);
    }

    /** What a reference of this name names; {@code null} where the name does not say it. */
    public static String named(String reference) {
        return BY_REFERENCE.get(reference);
    }

    /** Tells the kind of a record that stands alone by its members. */
    public static String of(ObjectNode node) {
        if (node.has("location_type")) {
            return LOCATION;
        }
        if (node.has("service") || node.has("location") || node.has("service_id") && !node.has("name")) {
            return PLACE;
        }
        if (OF_SERVICES.stream().anyMatch(node::has)) {
            return SERVICE;
        }
        if (OF_TERMS.stream().anyMatch(node::has)) {
            return TERM;
        }
        return node.has("version") && !node.has("services") ? TAXONOMY : ORGANIZATION;
    }

    /** True for a record without lists, as HSDS gives them in its own lists: what is absent is not said. */
    public static boolean isShort(ObjectNode node) {
        return node.properties().stream()
                .noneMatch(member ->
                        member.getValue().isArray() && !member.getKey().equals(METADATA));
    }
}
