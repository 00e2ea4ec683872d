package org.footbridge.directory.exporting;

import java.util.List;
import org.footbridge.directory.importing.format.Entities;

/**
 * A list of an export.
 *
 * @param member its name, under which an import finds it again
 * @param entity the kind of its records
 * @param standing whether the kind has a table of its own; the others are records that belong to nothing
 */
record Section(String member, String entity, boolean standing) {

    static final Section ORGANIZATIONS = new Section("organizations", Entities.ORGANIZATION, true);
    static final Section LOCATIONS = new Section("locations", Entities.LOCATION, true);

    /** In the order in which an import wants them. */
    static final List<Section> ALL = List.of(
            new Section("taxonomies", Entities.TAXONOMY, true),
            new Section("taxonomy_terms", Entities.TERM, true),
            ORGANIZATIONS,
            LOCATIONS,
            loose("service_at_locations", Entities.PLACE),
            loose("attributes", Entities.ATTRIBUTE),
            loose("metadata", Entities.METADATA),
            loose("languages", "language"),
            loose("phones", "phone"),
            loose("contacts", "contact"),
            loose("additional_websites", "url"),
            loose("funding", "funding"),
            loose("programs", "program"),
            loose("organization_identifiers", "organization_identifier"),
            loose("addresses", "address"),
            loose("accessibility", "accessibility"),
            loose("schedules", "schedule"),
            loose("service_areas", "service_area"),
            loose("cost_options", "cost_option"),
            loose("required_documents", "required_document"),
            loose("capacities", "service_capacity"),
            loose("units", "unit"),
            loose("meta_table_descriptions", "meta_table_description"));

    private static Section loose(String member, String entity) {
        return new Section(member, entity, false);
    }

    /** True where a record alone says by itself what it is. */
    boolean speaksForItself() {
        return equals(ORGANIZATIONS) || equals(LOCATIONS);
    }
}
