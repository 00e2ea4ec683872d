package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows that a document becomes. Each keeps the whole HSDS record beside the few columns that search needs. */
final class ImportRows {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> locations = new LinkedHashMap<>();
    private final ArrayNode organizations = JSON.arrayNode();
    private final ArrayNode services = JSON.arrayNode();
    private final ArrayNode places = JSON.arrayNode();
    private final ArrayNode capacities = JSON.arrayNode();

    private ImportRows() {}

    /** Takes over a document that was checked. The document itself is left as it was. */
    static ImportRows of(ImportDocument document) {
        ImportRows rows = new ImportRows();
        document.root().path("organizations").forEach(organization -> rows.organization((ObjectNode) organization));
        document.root().path("locations").forEach(location -> rows.location(null, location));
        return rows;
    }

    ArrayNode organizations() {
        return organizations;
    }

    ArrayNode locations() {
        return JSON.arrayNode().addAll(locations.values());
    }

    ArrayNode services() {
        return services;
    }

    ArrayNode places() {
        return places;
    }

    ArrayNode capacities() {
        return capacities;
    }

    private void organization(ObjectNode organization) {
        ObjectNode document = organization.deepCopy();
        document.remove("services");
        List<String> kinds = Profile.known(organization, Profile.ORGANIZATION_KIND, Profile.KINDS);
        ObjectNode row = row(organization, document);
        row.put("kind", kinds.isEmpty() ? "agency" : kinds.getFirst());
        row.put(
                "participating",
                !Profile.codes(organization, Profile.PARTICIPATION).isEmpty());
        row.set("parent_organization_id", organization.get("parent_organization_id"));
        organizations.add(row);
        String id = organization.path("id").asText();
        organization.path("locations").forEach(location -> location(id, location));
        organization.path("services").forEach(service -> service(id, service));
    }

    private void location(String organization, JsonNode location) {
        ObjectNode known = locations.get(location.path("id").asText());
        ObjectNode document = location.deepCopy();
        if (known != null) {
            // the same place once more: what the one copy does not say, the other may
            document = document.setAll((ObjectNode) known.path("document"));
            List<JsonNode> marks = Profile.marksOfSecrecy(location);
            if (!marks.isEmpty() && Profile.marksOfSecrecy(document).isEmpty()) {
                document.withArray("attributes").addAll(marks);
            }
        }
        ObjectNode row = row(location, document);
        row.put(
                "organization_id",
                known == null || known.path("organization_id").isNull()
                        ? organization
                        : known.path("organization_id").asText());
        coordinates(document, row);
        row.set("postal_codes", strings(document.path("addresses").findValuesAsText("postal_code")));
        locations.put(location.path("id").asText(), row);
    }

    private static void coordinates(JsonNode location, ObjectNode row) {
        double latitude = location.path("latitude").asDouble(Double.NaN);
        double longitude = location.path("longitude").asDouble(Double.NaN);
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            row.put("latitude", latitude).put("longitude", longitude);
        }
    }

    private void service(String organization, JsonNode service) {
        String id = service.path("id").asText();
        ObjectNode document = service.deepCopy();
        document.remove(List.of("organization", "service_at_locations"));
        document.set("capacities", JSON.arrayNode());
        service.path("capacities").forEach(capacity -> capacity(id, capacity, document.withArray("capacities")));
        ObjectNode row = row(service, document);
        row.put("organization_id", organization);
        row.put("status", service.path("status").asText());
        BigDecimal minimum = age(service.path("minimum_age"));
        BigDecimal maximum = age(service.path("maximum_age"));
        boolean inverted = minimum != null && maximum != null && minimum.compareTo(maximum) > 0;
        AgeRange ages = inverted ? null : AgeRange.of(minimum, maximum);
        row.put("minimum_age", minimum).put("maximum_age", maximum).put("ages", ages == null ? null : ages.sql());
        row.set("languages", strings(LanguageCodes.of(service.path("languages"))));
        row.put(
                "interpreters",
                !service.path("interpretation_services").asText("").isBlank());
        row.set("insurance", strings(Profile.known(service, Profile.INSURANCE, Profile.INSURANCES)));
        row.put("labels", labels(service));
        services.add(row);
        service.path("service_at_locations").forEach(place -> place(organization, id, place));
    }

    private void place(String organization, String service, JsonNode place) {
        JsonNode location = place.path("location");
        if (location.isObject()) {
            location(organization, location);
        }
        ObjectNode document = place.deepCopy();
        document.remove(List.of("location", "service"));
        ObjectNode row = row(place, document);
        row.put("service_id", service);
        row.set("location_id", location.isObject() ? location.get("id") : place.get("location_id"));
        places.add(row);
    }

    /** Intake capacity gets a row of its own, because agencies change it far more often than the rest. */
    private void capacity(String service, JsonNode capacity, ArrayNode others) {
        if (!Profile.isIntake(capacity)) {
            others.add(capacity);
            return;
        }
        ObjectNode document = capacity.deepCopy();
        document.remove(List.of("available", "updated", "attributes", "service_id"));
        ObjectNode row = JSON.objectNode();
        row.put("service_id", service);
        row.put("status", Profile.codes(capacity, Profile.CAPACITY_STATUS).getFirst());
        row.put("available", capacity.path("available").asInt());
        Profile.codes(capacity, Profile.WAIT_DAYS).stream()
                .findFirst()
                .ifPresent(days -> row.put("wait_days", Integer.parseInt(days)));
        row.put("confirmed_at", capacity.path("updated").asText());
        row.set("document", document);
        capacities.add(row);
    }

    private static ObjectNode row(JsonNode entity, JsonNode document) {
        ObjectNode row = JSON.objectNode();
        row.put("id", entity.path("id").asText());
        row.put("name", entity.path("name").asText(""));
        row.set(
                "taxonomy_term_ids",
                strings(Profile.attributes(entity)
                        .map(attribute -> attribute
                                .path("taxonomy_term_id")
                                .asText(attribute
                                        .path("taxonomy_term")
                                        .path("id")
                                        .asText()))
                        .filter(term -> !term.isEmpty())
                        .distinct()
                        .sorted()
                        .toList()));
        row.set("document", document);
        return row;
    }

    private static String labels(JsonNode service) {
        return Profile.attributes(service)
                .map(attribute -> attribute.path("label").asText("") + " "
                        + attribute.path("taxonomy_term").path("name").asText(""))
                .collect(Collectors.joining(" "));
    }

    private static BigDecimal age(JsonNode number) {
        return number.isNumber() ? number.decimalValue() : null;
    }

    private static ArrayNode strings(Collection<String> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
