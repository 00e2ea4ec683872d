package org.footbridge.benchmarks.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HSDS 3.2 records in our profile, about as long as those of real directories. */
final class HsdsDocuments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PARTS = 16;
    private static final Map<String, String> LANGUAGES = Map.of("en", "English", "es", "Spanish", "vi", "Vietnamese");
    private static final Map<String, String> INSURANCES =
            Map.of("medicaid", "Medicaid", "chip", "CHIP", "private", "Private insurance", "sliding", "Sliding fee");
    /** The kind of care by a word of the service's name. */
    private static final Map<String, String> CARE = Map.of(
            "Individual", "individual",
            "Family", "family",
            "Grief", "group",
            "Skills", "group",
            "Intensive", "intensive-outpatient",
            "Psychological", "assessment",
            "Mentoring", "mentoring",
            "Telehealth", "individual");

    private static final String TELEHEALTH = "Telehealth";
    private static final List<String> DAYS = List.of("MO,TU,WE", "TU,TH", "MO,WE,FR", "WE,SA", "MO,TU,WE,TH,FR");
    private static final String INTAKE = """
            Call or write to the intake desk, which answers within two working days. A first conversation of about \
            fifty minutes is held with the young person and whoever cares for them, in person or by telephone; it costs \
            nothing and commits to nothing. Bring a card of insurance if there is one, the name of the family doctor and, \
            where the school asks for a note, the form that it wants signed. Interpreters can be arranged three days ahead.""";

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
                .put("description", description(service))
                .put("application_process", INTAKE)
                .put("status", service.active() ? "active" : "inactive")
                .put("minimum_age", service.ages().minimum())
                .put("maximum_age", service.ages().maximum());
        Parts parts = new Parts(service, ids, document);
        service.reach().languages().forEach(parts::language);
        service.reach().insurance().forEach(code -> parts.attribute("insurance", code, INSURANCES.get(code)));
        service.reach().focus().forEach(code -> parts.attribute("focus", code, plain(code)));
        String firstWord = service.name().split(" ")[0];
        parts.attribute("type_of_care", CARE.getOrDefault(firstWord, "individual"), service.name());
        boolean afar = firstWord.equals(TELEHEALTH);
        parts.attribute("service_setting", afar ? "telehealth" : "outpatient", afar ? TELEHEALTH : "Outpatient");
        parts.schedule();
        parts.phone();
        document.putArray("capacities");
        return document;
    }

    static ObjectNode location(
            UUID id, Offers.Organization organization, String name, UUID address, String postalCode) {
        ObjectNode document = JSON.objectNode()
                .put("id", id.toString())
                .put("location_type", "physical")
                .put("organization_id", organization.id().toString())
                .put("name", name)
                .put(
                        "transportation",
                        "A bus stops at the door; there is room for bicycles and for two cars of visitors.");
        document.putArray("addresses")
                .addObject()
                .put("id", address.toString())
                .put("location_id", id.toString())
                .put("address_1", "%d Main Street".formatted(organization.index() % 900 + 100))
                .put("city", "Prairie View")
                .put("state_province", "KS")
                .put("postal_code", postalCode)
                .put("country", "US")
                .put("address_type", "physical");
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
        return Stream.concat(
                        service.reach().insurance().stream().map(INSURANCES::get),
                        service.reach().focus().stream().map(HsdsDocuments::plain))
                .collect(Collectors.joining(" "));
    }

    private static String description(Offers.Service service) {
        String focus = service.reach().focus().isEmpty()
                ? ""
                : " We know most of " + plain(String.join(", ", service.reach().focus())) + ".";
        return "Offered by %s to those from %d to %d years of age, alone or with whoever cares for them.%s"
                        .formatted(
                                service.organization().name(),
                                service.ages().minimum(),
                                service.ages().maximum(),
                                focus)
                + " Sessions are weekly at first, then as often as needed; parents are told what helps at home, and teachers"
                + " what helps in class where the family agrees. Nobody is turned away for want of papers.";
    }

    private static String plain(String code) {
        return code.replace('-', ' ');
    }

    /** Adds the parts of one service, each with an id of its own. */
    private static final class Parts {
        private final Offers.Service service;
        private final SeedIds ids;
        private final ObjectNode document;
        private final ArrayNode languages;
        private final ArrayNode attributes;
        private int part;

        Parts(Offers.Service service, SeedIds ids, ObjectNode document) {
            this.service = service;
            this.ids = ids;
            this.document = document;
            this.languages = document.putArray("languages");
            this.attributes = document.putArray("attributes");
        }

        void language(String code) {
            owned(languages.addObject()).put("name", LANGUAGES.get(code)).put("code", code);
        }

        void attribute(String group, String code, String label) {
            attributes
                    .addObject()
                    .put("id", nextId())
                    .put("link_id", service.id().toString())
                    .put("link_entity", "service")
                    .put("link_type", group)
                    .put("value", code)
                    .put("label", label);
        }

        void schedule() {
            owned(document.putArray("schedules").addObject())
                    .put("freq", "WEEKLY")
                    .put("byday", DAYS.get(service.index() % DAYS.size()))
                    .put("opens_at", "09:00")
                    .put("closes_at", service.index() % 2 == 0 ? "17:00" : "19:30")
                    .put("description", "Evenings on request. Closed on public holidays and in the last week of July.");
        }

        void phone() {
            owned(document.putArray("phones").addObject())
                    .put("number", "+1 785 555 %04d".formatted(service.index() % 10_000))
                    .put("type", "voice")
                    .put("description", "Intake desk, on working days from nine to five.");
        }

        private ObjectNode owned(ObjectNode node) {
            return node.put("id", nextId()).put("service_id", service.id().toString());
        }

        private String nextId() {
            return ids.id(Kind.ATTRIBUTE, (long) service.index() * PARTS + part++)
                    .toString();
        }
    }
}
