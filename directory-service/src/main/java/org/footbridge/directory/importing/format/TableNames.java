package org.footbridge.directory.importing.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The tables of the tabular form. A file's own datapackage.json comes first; this is what holds without one, and what we write. */
public final class TableNames {
    private static final Set<String> NUMBERS = Set.of(
            "year_incorporated",
            "minimum_age",
            "maximum_age",
            "latitude",
            "longitude",
            "extension",
            "timezone",
            "count",
            "interval",
            "amount",
            "available",
            "maximum");
    private static final Map<String, String> FILES = files();

    private TableNames() {}

    /** Kind of record and file, in the order in which we write them. */
    public static Map<String, String> all() {
        return FILES;
    }

    /** The kind that a file of this name holds; {@code null} for an unknown one. Singular and plural are both in use. */
    static String entity(String file) {
        String name = file.endsWith(".csv") ? file.substring(0, file.length() - ".csv".length()) : file;
        for (Map.Entry<String, String> known : FILES.entrySet()) {
            String plural = known.getValue().substring(0, known.getValue().length() - ".csv".length());
            if (name.equals(known.getKey()) || name.equals(plural) || name.equals(known.getKey() + "s")) {
                return known.getKey();
            }
        }
        return null;
    }

    static boolean isNumber(String field) {
        return NUMBERS.contains(field);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Entities.ORGANIZATION, "organizations.csv");
        files.put("program", "programs.csv");
        files.put(Entities.SERVICE, "services.csv");
        files.put(Entities.ATTRIBUTE, "attributes.csv");
        files.put(Entities.PLACE, "service_at_location.csv");
        files.put(Entities.LOCATION, "locations.csv");
        files.put("phone", "phones.csv");
        files.put("contact", "contacts.csv");
        files.put("address", "addresses.csv");
        files.put("schedule", "schedules.csv");
        files.put("funding", "funding.csv");
        files.put("service_area", "service_areas.csv");
        files.put("required_document", "required_documents.csv");
        files.put("language", "languages.csv");
        files.put("accessibility", "accessibility.csv");
        files.put(Entities.TERM, "taxonomy_terms.csv");
        files.put(Entities.METADATA, "metadata.csv");
        files.put("meta_table_description", "meta_table_descriptions.csv");
        files.put("cost_option", "cost_options.csv");
        files.put("organization_identifier", "organization_identifiers.csv");
        files.put(Entities.TAXONOMY, "taxonomies.csv");
        files.put("service_capacity", "service_capacity.csv");
        files.put("unit", "units.csv");
        files.put("url", "url.csv");
        return files;
    }
}
