package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.Record;

/**
 * Brings records of all forms into the one shape of {@link ImportDocument}: organizations with their services and places. A record
 * in its short form is completed by what the directory has of it.
 */
final class Assembler {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Map<String, Stored>> stored;
    private final Map<String, Branch> organizations = new LinkedHashMap<>();
    private final Map<String, Branch> services = new LinkedHashMap<>();
    private final Map<String, ObjectNode> locations = new LinkedHashMap<>();
    private final ArrayNode taxonomies = JSON.arrayNode();
    private final ArrayNode terms = JSON.arrayNode();
    private final Set<String> alone = new HashSet<>();
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Set<String> withAllPlaces = new HashSet<>();
    private final Set<String> withAllLocations = new HashSet<>();
    private final List<Record> loose = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();

    /** A record and what stands below it, by id. */
    private static final class Branch {
        private ObjectNode node;
        private final String pointer;
        private final Map<String, Branch> children = new LinkedHashMap<>();

        Branch(ObjectNode node, String pointer) {
            this.node = node;
            this.pointer = pointer;
        }

        /** The same record once more: what was said first stays. */
        void fill(ObjectNode other) {
            ObjectNode filled = other.deepCopy();
            filled.setAll(node);
            node = filled;
        }
    }

    private Assembler(Map<String, Map<String, Stored>> stored) {
        this.stored = stored;
    }

    /** The records are taken over, not copied. */
    static Assembler of(List<Record> records, Map<String, Map<String, Stored>> stored) {
        Assembler assembler = new Assembler(stored);
        records.forEach(assembler::record);
        return assembler;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Fault> warnings() {
        return warnings;
    }

    /** Records that belong to nothing of the file. */
    List<Record> loose() {
        return loose;
    }

    /** Services whose places the file names completely, so that one that is gone from it is gone. */
    Set<String> withAllPlaces() {
        return withAllPlaces;
    }

    /** Organizations whose locations the file names completely. */
    Set<String> withAllLocations() {
        return withAllLocations;
    }

    ImportDocument document() {
        ObjectNode root = JSON.objectNode();
        ArrayNode list = root.putArray("organizations");
        for (Branch organization : organizations.values()) {
            String at = place("/organizations/", list.size(), organization);
            ArrayNode offered = organization.node.putArray("services");
            for (Branch service : organization.children.values()) {
                String below = place(at + "/services/", offered.size(), service);
                ArrayNode places = service.node.putArray("service_at_locations");
                for (Branch place : service.children.values()) {
                    place(below + "/service_at_locations/", places.size(), place);
                    places.add(place.node);
                }
                offered.add(service.node);
            }
            list.add(organization.node);
        }
        root.set("locations", JSON.arrayNode().addAll(locations.values()));
        root.set("taxonomies", taxonomies);
        root.set("taxonomy_terms", terms);
        return new ImportDocument(root, "", origins);
    }

    private String place(String list, int index, Branch branch) {
        origins.put(list + index, branch.pointer);
        return list + index;
    }

    private void record(Record read) {
        boolean second = !alone.add(read.entity() + read.node().path("id").asText());
        if (second) {
            fault(read.pointer() + "/id", "duplicate-id", "The same " + read.entity() + " stands in the file twice.");
            return;
        }
        switch (read.entity()) {
            case Entities.ORGANIZATION -> organization(read.node(), read.pointer(), read.partial());
            case Entities.SERVICE -> service(read.node(), read.pointer(), read.partial(), null);
            case Entities.PLACE -> place(read);
            case Entities.LOCATION -> {
                origins.put("/locations/" + locations.size(), read.pointer());
                locations.put(
                        read.node().path("id").asText(), completed(Entities.LOCATION, read.node(), read.partial()));
            }
            case Entities.TAXONOMY -> taxonomies.add(read.node());
            case Entities.TERM -> terms.add(read.node());
            default -> {
                warnings.add(new Fault(
                        read.pointer(), "no-owner", "It belongs to nothing here; exports give it out again."));
                loose.add(read);
            }
        }
    }

    private void organization(ObjectNode node, String pointer, boolean partial) {
        String id = node.path("id").asText();
        JsonNode offered = node.remove("services");
        if (node.has("locations") && !partial) {
            withAllLocations.add(id);
        }
        Branch known = organizations.get(id);
        if (known == null) {
            organizations.put(id, new Branch(completed(Entities.ORGANIZATION, node, partial), pointer));
        } else {
            known.fill(node);
        }
        for (int i = 0; offered != null && i < offered.size(); i++) {
            service((ObjectNode) offered.get(i), pointer + "/services/" + i, false, id);
        }
    }

    /** @return {@code null} where nobody runs the service */
    private Branch service(ObjectNode node, String pointer, boolean partial, String under) {
        String id = node.path("id").asText();
        JsonNode runner = node.remove("organization");
        if (runner instanceof ObjectNode organization) {
            organization(organization, pointer + "/organization", Entities.isShort(organization));
        }
        Branch owner = owner(id, node, runner, under, pointer);
        if (owner == null) {
            return null;
        }
        JsonNode places = node.remove("service_at_locations");
        Branch service = services.get(id);
        if (service == null) {
            service = new Branch(completed(Entities.SERVICE, node, partial), pointer);
            services.put(id, service);
            owner.children.put(id, service);
        } else {
            service.fill(node);
        }
        if (places != null) {
            withAllPlaces.add(id);
            for (int i = 0; i < places.size(); i++) {
                below(service, (ObjectNode) places.get(i), pointer + "/service_at_locations/" + i);
            }
        }
        return service;
    }

    private Branch owner(String service, ObjectNode node, JsonNode runner, String under, String pointer) {
        String id = under;
        if (id == null) {
            id = runner == null
                    ? node.path("organization_id").asText("")
                    : runner.path("id").asText("");
        }
        if (id.isEmpty() && stored(Entities.SERVICE, service) != null) {
            id = stored(Entities.SERVICE, service).owner();
        }
        if (id.isEmpty()) {
            fault(pointer + "/organization", "no-organization", "Say which organization runs the service.");
            return null;
        }
        if (!organizations.containsKey(id) && stored(Entities.ORGANIZATION, id) != null) {
            organization(stored(Entities.ORGANIZATION, id).document().deepCopy(), pointer, true);
        }
        if (!organizations.containsKey(id)) {
            fault(pointer + "/organization_id", "unknown-organization", "It is not in the file or directory.");
        }
        return organizations.get(id);
    }

    private void place(Record read) {
        ObjectNode node = read.node();
        JsonNode nested = node.remove("service");
        Branch service;
        if (nested instanceof ObjectNode object) {
            service = service(object, read.pointer() + "/service", Entities.isShort(object), null);
        } else {
            service = known(node.path("service_id").asText(""), read.pointer());
        }
        if (service != null) {
            below(service, node, read.pointer());
        } else if (nested == null) {
            warnings.add(new Fault(
                    read.pointer() + "/service_id",
                    "unknown-service",
                    "No such service in the file or directory; exports give it out again."));
            loose.add(read);
        }
    }

    private Branch known(String service, String pointer) {
        if (services.containsKey(service) || stored(Entities.SERVICE, service) == null) {
            return services.get(service);
        }
        return service(stored(Entities.SERVICE, service).document().deepCopy(), pointer, true, null);
    }

    private void below(Branch service, ObjectNode place, String pointer) {
        if (place.path("location") instanceof ObjectNode location) {
            place.set("location", completed(Entities.LOCATION, location, Entities.isShort(location)));
        }
        Branch known = service.children.get(place.path("id").asText());
        if (known == null) {
            service.children.put(place.path("id").asText(), new Branch(place, pointer));
        } else {
            known.fill(place);
        }
    }

    /** A record in its short form over what is stored of it. */
    private ObjectNode completed(String entity, ObjectNode node, boolean partial) {
        Stored before = partial ? stored(entity, node.path("id").asText()) : null;
        if (before == null) {
            return node;
        }
        ObjectNode whole = before.document().deepCopy();
        whole.setAll(node);
        return whole;
    }

    private Stored stored(String entity, String id) {
        return stored.getOrDefault(entity, Map.of()).get(id);
    }

    private void fault(String pointer, String code, String message) {
        faults.add(new Fault(pointer, code, message));
    }
}
