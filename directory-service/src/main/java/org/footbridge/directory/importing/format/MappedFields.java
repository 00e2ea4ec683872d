package org.footbridge.directory.importing.format;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a column may mean. */
public final class MappedFields {
    private static final Map<String, Set<String>> ALL = Map.of(
            Entities.ORGANIZATION,
            Set.of("key", "name", "alternate_name", "description", "email", "website", "phone"),
            Entities.SERVICE,
            Set.of(
                    "key",
                    "name",
                    "alternate_name",
                    "description",
                    "url",
                    "email",
                    "status",
                    "interpretation_services",
                    "application_process",
                    "fees_description",
                    "accreditations",
                    "eligibility_description",
                    "minimum_age",
                    "maximum_age",
                    "assured_date",
                    "assurer_email",
                    "alert",
                    "phone",
                    "languages",
                    "insurance"),
            Entities.LOCATION,
            Set.of(
                    "key",
                    "name",
                    "location_type",
                    "description",
                    "transportation",
                    "url",
                    "latitude",
                    "longitude",
                    "phone",
                    "attention",
                    "address_1",
                    "address_2",
                    "city",
                    "region",
                    "state_province",
                    "postal_code",
                    "country"));
    private static final List<String> OF_ADDRESSES = List.of(
            "attention", "address_1", "address_2", "city", "region", "state_province", "postal_code", "country");

    private MappedFields() {}

    /** Whether there is a field such as {@code service.name}. */
    public static boolean isKnown(String field) {
        String[] parts = field.split("\\.", 2);
        return parts.length == 2 && ALL.getOrDefault(parts[0], Set.of()).contains(parts[1]);
    }

    static List<String> ofAddresses() {
        return OF_ADDRESSES;
    }
}
