package org.footbridge.directory.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads rows of FindTreatment.gov: each is one facility, its groups of services are codes of SAMHSA, which are public. */
public final class SamhsaReader {
    private static final Map<String, String> INSURANCES =
            Map.of("medicaid", "medicaid", "private health insurance", "private", "sliding fee scale", "sliding");
    private static final Map<String, int[]> AGES = Map.of(
            "children/adolescents", new int[] {0, 17},
            "young adults", new int[] {18, 25},
            "adults", new int[] {26, 64},
            "seniors", new int[] {65, 150},
            "seniors or older adults", new int[] {65, 150});

    private final Parsed parsed = new Parsed();
    private final Map<String, Record> organizations = new LinkedHashMap<>();

    private SamhsaReader() {}

    /** Reads a page of the locator's export, or its rows alone. */
    public static Parsed json(byte[] bytes) {
        SamhsaReader reader = new SamhsaReader();
        try {
            JsonNode root = Json.MAPPER.readTree(bytes);
            JsonNode rows = root.isArray() ? root : root.path("rows");
            if (!rows.isArray()) {
                reader.parsed.fault("/rows", "required", "There are no rows.");
            }
            for (int i = 0; i < rows.size(); i++) {
                reader.row(rows.get(i), (root.isArray() ? "/" : "/rows/") + i);
            }
        } catch (IOException e) {
            reader.parsed.fault("", "not-json", "Not JSON.");
        }
        return reader.parsed;
    }

    private void row(JsonNode row, String at) {
        String name = text(row, "name1");
        if (name.isEmpty()) {
            parsed.fault(at + "/name1", "required", "The facility has no name.");
            return;
        }
        String organization = "samhsa/" + RowGraph.slug(name);
        organizations.computeIfAbsent(organization, id -> {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("id", id).put("name", name).put("description", "");
            Record record = new Record(Entities.ORGANIZATION, node, at, true);
            parsed.add(record);
            return record;
        });
        String place = RowGraph.slug(text(row, "street1") + " " + text(row, "zip"));
        String id = organization + "/" + RowGraph.slug(text(row, "name2")) + "/" + place;
        ObjectNode service = JsonNodeFactory.instance.objectNode();
        service.put("id", id)
                .put("organization_id", organization)
                .put("name", text(row, "name2").isEmpty() ? name : text(row, "name2"))
                .put("status", "active");
        website(service, text(row, "website"));
        phones(service, id, row);
        groups(service, id, row.path("services"));
        ObjectNode offered = service.withArray("/service_at_locations").addObject();
        offered.put("id", id + "/here").set("location", location(row, at, "samhsa/" + place));
        parsed.add(new Record(Entities.SERVICE, service, at, false));
    }

    private ObjectNode location(JsonNode row, String at, String id) {
        ObjectNode location = JsonNodeFactory.instance.objectNode();
        location.put("id", id).put("location_type", "physical");
        coordinate(location, "latitude", row, at);
        coordinate(location, "longitude", row, at);
        boolean whole = List.of("street1", "city", "state", "zip").stream()
                .noneMatch(field -> text(row, field).isEmpty());
        if (!whole) {
            parsed.warn(at + "/street1", "incomplete-address", "HSDS has no half addresses: this one is left out.");
            return location;
        }
        ObjectNode address = location.withArray("/addresses").addObject();
        address.put("id", id + "/address").put("address_1", text(row, "street1"));
        if (!text(row, "street2").isEmpty()) {
            address.put("address_2", text(row, "street2"));
        }
        address.put("city", text(row, "city"))
                .put("state_province", text(row, "state"))
                .put("postal_code", text(row, "zip"))
                .put("country", "US")
                .put("address_type", "physical");
        return location;
    }

    /** The export has them as text. */
    private void coordinate(ObjectNode location, String member, JsonNode row, String at) {
        if (text(row, member).isEmpty()) {
            return;
        }
        BigDecimal value = TabularReader.number(text(row, member));
        if (value == null) {
            parsed.fault(at + "/" + member, "number", "Not a number.");
        } else {
            location.put(member, value);
        }
    }

    private static void phones(ObjectNode service, String id, JsonNode row) {
        for (String member : List.of("phone", "intake1", "hotline1")) {
            if (!text(row, member).isEmpty()) {
                service.withArray("/phones")
                        .addObject()
                        .put("id", id + "/" + member)
                        .put("number", text(row, member))
                        .put("type", "voice")
                        .put("description", member.equals("phone") ? "Office" : member.replaceAll("\\d", ""));
            }
        }
    }

    private static void website(ObjectNode service, String website) {
        if (!website.isEmpty()) {
            service.put("url", website.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*") ? website : "https://" + website);
        }
    }

    private static void groups(ObjectNode service, String id, JsonNode groups) {
        for (JsonNode group : groups) {
            String code = text(group, "f2");
            List<String> values = Arrays.stream(text(group, "f3").split(";"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            values.forEach(value -> attribute(service, id, code, text(group, "f1"), value));
            if (code.equals("AGE")) {
                ages(service, values);
            }
        }
    }

    private static void attribute(ObjectNode service, String id, String code, String group, String value) {
        String term = code.toLowerCase(Locale.ROOT) + "/" + RowGraph.slug(value);
        ObjectNode attribute = service.withArray("/attributes").addObject();
        attribute
                .put("id", id + "/" + term)
                .put("link_type", "samhsa_" + code.toLowerCase(Locale.ROOT))
                .put("link_entity", Entities.SERVICE)
                .put("label", value);
        ObjectNode nested = attribute.putObject("taxonomy_term");
        nested.put("id", "samhsa/" + term).put("code", term).put("name", value).put("description", "");
        nested.putObject("taxonomy_detail")
                .put("id", "samhsa/" + code)
                .put("name", group.isEmpty() ? code : group)
                .put("description", "A group of SAMHSA's treatment locator.");
        String insurance = INSURANCES.get(value.toLowerCase(Locale.ROOT));
        if (code.equals("PAY") && insurance != null) {
            service.withArray("/attributes")
                    .addObject()
                    .put("id", id + "/insurance/" + insurance)
                    .put("link_type", "insurance")
                    .put("link_entity", Entities.SERVICE)
                    .put("value", insurance);
        }
    }

    private static void ages(ObjectNode service, List<String> values) {
        List<int[]> known = values.stream()
                .map(value -> AGES.get(value.toLowerCase(Locale.ROOT)))
                .filter(range -> range != null)
                .toList();
        if (!known.isEmpty()) {
            service.put(
                    "minimum_age",
                    known.stream().mapToInt(range -> range[0]).min().getAsInt());
            service.put(
                    "maximum_age",
                    known.stream().mapToInt(range -> range[1]).max().getAsInt());
        }
    }

    private static String text(JsonNode row, String member) {
        return row.path(member).asText("").strip();
    }
}
