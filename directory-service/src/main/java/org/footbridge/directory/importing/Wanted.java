package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.Record;

/** Of which records the directory's own version is needed, because a file has them in short form or names them only. */
final class Wanted {
    private final Set<String> organizations = new HashSet<>();
    private final Set<String> services = new HashSet<>();
    private final Set<String> locations = new HashSet<>();

    private Wanted() {}

    static Wanted of(List<Record> records) {
        Wanted wanted = new Wanted();
        for (Record read : records) {
            switch (read.entity()) {
                case Entities.ORGANIZATION -> wanted.organization(read.node(), read.partial());
                case Entities.SERVICE -> wanted.service(read.node(), read.partial());
                case Entities.PLACE -> wanted.place(read.node());
                case Entities.LOCATION -> wanted.add(wanted.locations, read.node(), read.partial());
                default -> {
                    // no other kind has a short form
                }
            }
        }
        return wanted;
    }

    Set<String> organizations() {
        return organizations;
    }

    Set<String> services() {
        return services;
    }

    Set<String> locations() {
        return locations;
    }

    private void organization(ObjectNode node, boolean partial) {
        add(organizations, node, partial);
        node.path("services").forEach(service -> service((ObjectNode) service, false));
    }

    private void service(ObjectNode node, boolean partial) {
        add(services, node, partial);
        if (node.path("organization") instanceof ObjectNode organization) {
            add(organizations, organization, Entities.isShort(organization));
        } else if (node.has("organization_id")) {
            organizations.add(node.path("organization_id").asText());
        }
        node.path("service_at_locations").forEach(this::location);
    }

    private void place(ObjectNode node) {
        location(node);
        if (node.path("service") instanceof ObjectNode service) {
            service(service, Entities.isShort(service));
        } else if (node.has("service_id")) {
            services.add(node.path("service_id").asText());
        }
    }

    private void location(JsonNode place) {
        if (place.path("location") instanceof ObjectNode location) {
            add(locations, location, Entities.isShort(location));
        }
    }

    private void add(Set<String> ids, ObjectNode node, boolean needed) {
        if (needed) {
            ids.add(node.path("id").asText());
        }
    }
}
