package org.footbridge.directory.exporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.footbridge.directory.importing.format.Formulas;
import org.footbridge.directory.importing.format.Json;

/** The directory as one table for people: a row for each service at each of its places. */
final class FlatTable {
    private static final List<String> HEADER = List.of(
            "organization_id",
            "organization",
            "service_id",
            "service",
            "status",
            "description",
            "url",
            "email",
            "phone",
            "languages",
            "insurance",
            "minimum_age",
            "maximum_age",
            "eligibility",
            "application_process",
            "fees",
            "location_id",
            "location",
            "address_1",
            "address_2",
            "city",
            "state_province",
            "postal_code",
            "country",
            "latitude",
            "longitude",
            "last_modified");

    private FlatTable() {}

    static String header() {
        return line(new ArrayList<>(HEADER));
    }

    /** The lines of an organization; one without services has none. */
    static String lines(String organization) {
        JsonNode root = read(organization);
        StringBuilder lines = new StringBuilder();
        for (JsonNode service : root.path("services")) {
            JsonNode places = service.path("service_at_locations");
            if (places.isEmpty()) {
                lines.append(row(root, service, MissingNode.getInstance()));
            }
            places.forEach(place -> lines.append(row(root, service, place.path("location"))));
        }
        return lines.toString();
    }

    private static String row(JsonNode organization, JsonNode service, JsonNode location) {
        List<Object> cells = new ArrayList<>();
        cells.add(text(organization, "id"));
        cells.add(text(organization, "name"));
        for (String member : List.of("id", "name", "status", "description", "url", "email")) {
            cells.add(text(service, member));
        }
        cells.add(Formulas.guarded(service.path("phones").path(0).path("number").asText("")));
        cells.add(Formulas.guarded(joined(service.path("languages"), "name", "code")));
        cells.add(Formulas.guarded(insurance(service)));
        cells.add(number(service.path("minimum_age")));
        cells.add(number(service.path("maximum_age")));
        cells.add(text(service, "eligibility_description"));
        cells.add(text(service, "application_process"));
        cells.add(text(service, "fees_description"));
        cells.add(text(location, "id"));
        cells.add(text(location, "name"));
        JsonNode address = location.path("addresses").path(0);
        for (String member : List.of("address_1", "address_2", "city", "state_province", "postal_code", "country")) {
            cells.add(text(address, member));
        }
        cells.add(number(location.path("latitude")));
        cells.add(number(location.path("longitude")));
        cells.add(text(service, "last_modified"));
        return line(cells);
    }

    private static String insurance(JsonNode service) {
        return StreamSupport.stream(service.path("attributes").spliterator(), false)
                .filter(attribute ->
                        "insurance".equals(attribute.path("link_type").asText()))
                .map(attribute -> attribute.path("value").asText(""))
                .collect(Collectors.joining("; "));
    }

    private static String joined(JsonNode list, String member, String otherwise) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(member).asText(item.path(otherwise).asText("")))
                .collect(Collectors.joining("; "));
    }

    private static String text(JsonNode node, String member) {
        return Formulas.guarded(node.path(member).asText(""));
    }

    private static String number(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : "";
    }

    private static String line(List<?> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record is not JSON", e);
        }
    }
}
