package org.footbridge.directory.importing.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the rows of tables into nested records. A row that names several owners stands under each of them; one whose owners are all
 * unknown is kept as a record of its own.
 */
final class TableGraph {
    /** Joined in this order, so that what is nested is whole already. */
    private static final List<String> ORDER = List.of(
            Entities.METADATA,
            Entities.ATTRIBUTE,
            "language",
            "phone",
            "contact",
            "unit",
            "address",
            "accessibility",
            "schedule",
            "funding",
            "url",
            "service_area",
            "cost_option",
            "required_document",
            "organization_identifier",
            "service_capacity",
            "program",
            Entities.LOCATION,
            Entities.PLACE);

    private static final Set<String> STAND_ALONE =
            Set.of(Entities.ORGANIZATION, Entities.SERVICE, Entities.TAXONOMY, Entities.TERM);

    private final Parsed parsed;
    private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
    private final Set<Row> owned = new HashSet<>();

    private record Row(String entity, String id, ObjectNode node, String pointer) {}

    TableGraph(Parsed parsed) {
        this.parsed = parsed;
    }

    /** Takes a row; one without an id or with one that stood there before is a fault. */
    void add(String entity, ObjectNode node, String pointer) {
        String id = node.path("id").asText("");
        if (id.isEmpty()) {
            parsed.fault(pointer + "/id", "required", "The row has no id.");
            return;
        }
        Row row = new Row(entity, id, node, pointer);
        if (tables.computeIfAbsent(entity, any -> new LinkedHashMap<>()).putIfAbsent(id, row) != null) {
            parsed.fault(pointer + "/id", "duplicate-id", "The id stands in the table twice.");
        }
    }

    /** Gives the joined records to the reader's result. */
    void join() {
        for (String entity : ORDER) {
            for (Row row : rows(entity)) {
                owners(row).forEach(owner -> nest(row, owner));
            }
        }
        rows(Entities.SERVICE).forEach(this::program);
        for (Map.Entry<String, Map<String, Row>> table : tables.entrySet()) {
            for (Row row : table.getValue().values()) {
                if (STAND_ALONE.contains(table.getKey()) || !owned.contains(row)) {
                    parsed.add(new Record(row.entity(), row.node(), row.pointer(), false));
                }
            }
        }
    }

    private List<Row> owners(Row row) {
        return switch (row.entity()) {
            case Entities.ATTRIBUTE ->
                linked(row, "link_id", row.node().path("link_entity").asText(""));
            case Entities.METADATA ->
                linked(row, "resource_id", row.node().path("resource_type").asText(""));
            case "unit" ->
                rows("service_capacity").stream()
                        .filter(capacity ->
                                row.id().equals(capacity.node().path("unit_id").asText()))
                        .toList();
            default -> referenced(row);
        };
    }

    private List<Row> referenced(Row row) {
        List<Row> owners = new ArrayList<>();
        for (Map.Entry<String, String> reference : references(row).entrySet()) {
            Row owner = row(reference.getKey(), reference.getValue());
            if (owner != null) {
                owners.add(owner);
            }
        }
        if (row.entity().equals(Entities.LOCATION)) {
            rows(Entities.PLACE).stream()
                    .filter(place ->
                            row.id().equals(place.node().path("location_id").asText()))
                    .forEach(owners::add);
        }
        return owners;
    }

    /** Kind and id of what the row belongs to. */
    private Map<String, String> references(Row row) {
        Map<String, String> references = new LinkedHashMap<>();
        for (String member : Nesting.references(row.entity())) {
            String id = row.node().path(member).asText("");
            if (!id.isEmpty()) {
                references.put(Entities.named(member), id);
                if (row(Entities.named(member), id) == null) {
                    parsed.warn(row.pointer() + "/" + member, "unknown-owner", "Nothing in the file has this id.");
                }
            }
        }
        return references;
    }

    private List<Row> linked(Row row, String reference, String kind) {
        String id = row.node().path(reference).asText("");
        List<Row> owners = new ArrayList<>();
        Row named = row(kind, id);
        if (named != null) {
            owners.add(named);
        } else {
            tables.keySet().stream()
                    .filter(other -> !other.equals(row.entity()))
                    .map(other -> row(other, id))
                    .filter(owner -> owner != null)
                    .forEach(owners::add);
        }
        if (owners.isEmpty()) {
            parsed.warn(row.pointer() + "/" + reference, "unknown-owner", "Nothing in the file has this id.");
        }
        return owners;
    }

    private void nest(Row row, Row owner) {
        String member = Nesting.member(row.entity(), owner.entity());
        if (member == null) {
            return;
        }
        owned.add(row);
        if (Nesting.isSingle(member)) {
            owner.node().set(member, row.node().deepCopy());
        } else {
            owner.node().withArray("/" + member).add(row.node().deepCopy());
        }
    }

    private void program(Row service) {
        Row program = row("program", service.node().path("program_id").asText(""));
        if (program != null) {
            service.node().set("program", program.node().deepCopy());
            owned.add(program);
        }
    }

    private List<Row> rows(String entity) {
        return List.copyOf(tables.getOrDefault(entity, Map.of()).values());
    }

    private Row row(String entity, String id) {
        return tables.getOrDefault(entity, Map.of()).get(id);
    }
}
