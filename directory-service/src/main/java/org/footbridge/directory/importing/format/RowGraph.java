package org.footbridge.directory.importing.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes records of rows that are one service at one place each. What tells records apart is their key, else their name. */
final class RowGraph {
    private static final List<String> OF_ORGANIZATIONS = List.of("alternate_name", "email", "website");
    private static final List<String> OF_SERVICES = List.of(
            "alternate_name",
            "description",
            "url",
            "email",
            "interpretation_services",
            "application_process",
            "fees_description",
            "accreditations",
            "eligibility_description",
            "assured_date",
            "assurer_email",
            "alert");
    private static final List<String> OF_LOCATIONS = List.of("name", "description", "transportation", "url");
    private static final List<String> NEEDED_OF_ADDRESSES =
            List.of("address_1", "city", "state_province", "postal_code");

    private final Parsed parsed;
    private final Map<String, Record> organizations = new LinkedHashMap<>();
    private final Map<String, Record> services = new LinkedHashMap<>();

    RowGraph(Parsed parsed) {
        this.parsed = parsed;
    }

    void add(MappedRow row) {
        if (!needs(row, "organization.name") | !needs(row, "service.name")) {
            return;
        }
        String organization = row.get("organization.key", slug(row.get("organization.name")));
        if (!organizations.containsKey(organization)) {
            organizations.put(organization, organization(organization, row));
        }
        String service = row.get("service.key", organization + "/" + slug(row.get("service.name")));
        if (!services.containsKey(service)) {
            services.put(service, service(service, organization, row));
        }
        place(services.get(service).node(), service, row);
    }

    /** Gives the records to the reader's result. */
    void emit() {
        organizations.values().forEach(parsed::add);
        services.values().forEach(parsed::add);
    }

    private Record organization(String id, MappedRow row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id)
                .put("name", row.get("organization.name"))
                .put("description", row.get("organization.description"));
        copy(node, "organization.", OF_ORGANIZATIONS, row);
        phone(node, id, "organization.phone", row);
        return new Record(Entities.ORGANIZATION, node, row.pointer(), true);
    }

    private Record service(String id, String organization, MappedRow row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id)
                .put("organization_id", organization)
                .put("name", row.get("service.name"))
                .put("status", row.get("service.status", "active"));
        copy(node, "service.", OF_SERVICES, row);
        number(node, "service.minimum_age", row);
        number(node, "service.maximum_age", row);
        phone(node, id, "service.phone", row);
        for (String language : row.list("service.languages")) {
            ObjectNode item = node.withArray("/languages").addObject();
            item.put("id", id + "/language/" + slug(language))
                    .put(language.matches("[a-z]{2,3}(-[A-Za-z0-9]+)*") ? "code" : "name", language);
        }
        for (String insurance : row.list("service.insurance")) {
            String code = slug(insurance);
            node.withArray("/attributes")
                    .addObject()
                    .put("id", id + "/insurance/" + code)
                    .put("link_type", "insurance")
                    .put("link_entity", Entities.SERVICE)
                    .put("value", code)
                    .put("label", insurance);
        }
        node.putArray("service_at_locations");
        return new Record(Entities.SERVICE, node, row.pointer(), true);
    }

    private void place(ObjectNode service, String serviceId, MappedRow row) {
        String key = row.get("location.key", place(row));
        if (key.isEmpty()) {
            return;
        }
        ObjectNode location = JsonNodeFactory.instance.objectNode();
        location.put("id", key).put("location_type", row.get("location.location_type", "physical"));
        copy(location, "location.", OF_LOCATIONS, row);
        number(location, "location.latitude", row);
        number(location, "location.longitude", row);
        phone(location, key, "location.phone", row);
        address(location, key, row);
        String id = serviceId + "@" + key;
        boolean there =
                service.path("service_at_locations").findValuesAsText("id").contains(id);
        if (!there) {
            service.withArray("/service_at_locations").addObject().put("id", id).set("location", location);
        }
    }

    private static String place(MappedRow row) {
        String street = row.get("location.address_1");
        return slug(street.isEmpty() ? row.get("location.name") : street + " " + row.get("location.postal_code"));
    }

    private void address(ObjectNode location, String id, MappedRow row) {
        boolean said = NEEDED_OF_ADDRESSES.stream().anyMatch(field -> row.isSaid("location." + field));
        List<String> missing = NEEDED_OF_ADDRESSES.stream()
                .filter(field -> row.get("location." + field).isEmpty())
                .toList();
        if (said && !missing.isEmpty()) {
            parsed.warn(
                    row.pointer("location." + missing.getFirst()),
                    "incomplete-address",
                    "HSDS has no half addresses: this one is left out.");
        }
        if (!missing.isEmpty()) {
            return;
        }
        ObjectNode address = location.withArray("/addresses").addObject();
        address.put("id", id + "/address");
        copy(address, "location.", MappedFields.ofAddresses(), row);
        address.put("country", row.get("location.country", "US")).put("address_type", "physical");
    }

    private static void copy(ObjectNode node, String prefix, List<String> fields, MappedRow row) {
        for (String field : fields) {
            if (!row.get(prefix + field).isEmpty()) {
                node.put(field, row.get(prefix + field));
            }
        }
    }

    private static void phone(ObjectNode node, String id, String field, MappedRow row) {
        if (!row.get(field).isEmpty()) {
            node.withArray("/phones").addObject().put("id", id + "/phone").put("number", row.get(field));
        }
    }

    private void number(ObjectNode node, String field, MappedRow row) {
        if (row.get(field).isEmpty()) {
            return;
        }
        BigDecimal value = TabularReader.number(row.get(field));
        if (value == null) {
            parsed.fault(row.pointer(field), "number", "Not a number.");
        } else {
            node.put(field.substring(field.indexOf('.') + 1), value);
        }
    }

    private boolean needs(MappedRow row, String field) {
        if (row.get(field).isEmpty()) {
            parsed.fault(row.pointer(field), "required", "The row does not say it.");
            return false;
        }
        return true;
    }

    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
