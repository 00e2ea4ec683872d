package org.footbridge.benchmarks.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** HSDS 3.2 records in our profile. */
final class HsdsDocuments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> LANGUAGES = Map.of("en", "English", "es", "Spanish", "vi", "Vietnamese");
    private static final Map<String, String> INSURANCES =
            Map.of("medicaid", "Medicaid", "chip", "CHIP", "private", "Private insurance", "sliding", "Sliding fee");

    private HsdsDocuments() {}

    static ObjectNode organization(Offers.Organization organization) {
        ObjectNode document = JSON.objectNode()
                .put("id", organization.id().toString())
                .put("name", organization.name())
                .put("description", "Counseling and family services for young people and those who care for them.");
        if (organization.parent() != null) {
            document.put("parent_organization_id", organization.parent().toString());
        }
        return document;
    }

    static ObjectNode service(Offers.Service service, SeedIds ids) {
        ObjectNode document = JSON.objectNode()
                .put("id", service.id().toString())
                .put("organization_id", service.organization().id().toString())
                .put("name", service.name())
                .put(
                        "description",
                        "Offered by %s.".formatted(service.organization().name()))
                .put("status", service.active() ? "active" : "inactive")
                .put("minimum_age", service.ages().minimum())
                .put("maximum_age", service.ages().maximum());
        ArrayNode languages = document.putArray("languages");
        ArrayNode attributes = document.putArray("attributes");
        int part = 0;
        for (String code : service.reach().languages()) {
            languages
                    .addObject()
                    .put("id", partId(service, ids, part++))
                    .put("service_id", service.id().toString())
                    .put("name", LANGUAGES.get(code))
                    .put("code", code);
        }
        for (String code : service.reach().insurance()) {
            attributes
                    .addObject()
                    .put("id", partId(service, ids, part++))
                    .put("link_id", service.id().toString())
                    .put("link_entity", "service")
                    .put("link_type", "insurance")
                    .put("value", code)
                    .put("label", INSURANCES.get(code));
        }
        document.putArray("capacities");
        return document;
    }

    static ObjectNode place(UUID id, UUID service, UUID location) {
        return JSON.objectNode()
                .put("id", id.toString())
                .put("service_id", service.toString())
                .put("location_id", location.toString());
    }

    /** What the words of a search are also looked for in. */
    static String labels(Offers.Service service) {
        List<String> codes = service.reach().insurance();
        return codes.stream().map(INSURANCES::get).collect(Collectors.joining(" "));
    }

    private static String partId(Offers.Service service, SeedIds ids, int part) {
        return ids.id(Kind.ATTRIBUTE, service.index() * 16L + part).toString();
    }
}
