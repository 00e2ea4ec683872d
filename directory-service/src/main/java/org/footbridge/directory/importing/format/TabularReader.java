package org.footbridge.directory.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tabular form: a package of CSV files whose datapackage.json says which file holds what. */
public final class TabularReader {
    static final String MANIFEST = "datapackage.json";
    /** Our own packages say so when cells were guarded against spreadsheets. */
    public static final String GUARDED = "formulasGuarded";

    /** Texts that HSDS requires and that may be empty: CSV has no other way to say so. */
    private static final Map<String, List<String>> MAY_BE_EMPTY = Map.of(
            Entities.ORGANIZATION,
            List.of("description"),
            "program",
            List.of("description"),
            Entities.TAXONOMY,
            List.of("description"),
            Entities.TERM,
            List.of("description"),
            Entities.METADATA,
            List.of("previous_value", "replacement_value"));

    private static final int LONGEST_NUMBER = 40;

    private final Parsed parsed;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> numbers = new LinkedHashMap<>();
    private boolean guarded;

    private TabularReader(Parsed parsed) {
        this.parsed = parsed;
    }

    /** Reads a package. */
    public static Parsed zip(byte[] zip) {
        Parsed parsed = new Parsed();
        Inflated inflated = Inflated.of(zip, parsed);
        if (inflated != null) {
            new TabularReader(parsed).read(inflated.files());
        }
        return parsed;
    }

    private void read(Map<String, byte[]> files) {
        if (files.containsKey(MANIFEST)) {
            manifest(files.get(MANIFEST));
        } else {
            parsed.warn("/" + MANIFEST, "no-manifest", "Without it, files are told by their usual names.");
        }
        kinds.keySet().stream()
                .filter(file -> !files.containsKey(file))
                .forEach(file -> parsed.warn("/" + file, "missing-file", "The manifest names it; it is not there."));
        TableGraph graph = new TableGraph(parsed);
        files.forEach((name, bytes) -> {
            if (!name.equals(MANIFEST)) {
                table(name, bytes, graph);
            }
        });
        if (parsed.faults().isEmpty()) {
            graph.join();
        }
    }

    private void manifest(byte[] bytes) {
        JsonNode manifest;
        try {
            manifest = Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            parsed.fault("/" + MANIFEST, "not-json", "The manifest is not JSON.");
            return;
        }
        guarded = manifest.path(GUARDED).asBoolean(false);
        for (JsonNode resource : manifest.path("resources")) {
            String path = resource.path("path").asText("");
            String file = path.substring(path.lastIndexOf('/') + 1);
            String name = resource.path("name").asText("");
            kinds.put(file, TableNames.all().containsKey(name) ? name : TableNames.entity(file));
            Set<String> fields = numbers.computeIfAbsent(file, any -> new HashSet<>());
            for (JsonNode field : resource.path("schema").path("fields")) {
                if (Set.of("number", "integer").contains(field.path("type").asText())) {
                    fields.add(field.path("name").asText());
                }
            }
        }
    }

    private void table(String file, byte[] bytes, TableGraph graph) {
        String entity = kinds.containsKey(file) ? kinds.get(file) : TableNames.entity(file);
        if (entity == null) {
            parsed.warn("/" + file, "unknown-table", "No table of HSDS; it is left out.");
            return;
        }
        CsvRows table = CsvRows.of(file, bytes, parsed);
        if (table == null) {
            return;
        }
        for (CsvRows.Row row : table.rows()) {
            String at = "/" + file + "/" + row.number();
            ObjectNode record = record(file, at, table.header(), row.cells());
            MAY_BE_EMPTY.getOrDefault(entity, List.of()).stream()
                    .filter(text -> !record.has(text))
                    .forEach(text -> record.put(text, ""));
            graph.add(entity, record, at);
        }
    }

    private ObjectNode record(String file, String at, List<String> header, List<String> cells) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            String cell = guarded ? Formulas.meant(cells.get(i)) : cells.get(i);
            if (!cell.isEmpty() && !header.get(i).isEmpty()) {
                put(node, header.get(i), cell, isNumber(file, header.get(i)), at);
            }
        }
        return node;
    }

    private boolean isNumber(String file, String field) {
        return TableNames.isNumber(field)
                || numbers.getOrDefault(file, Set.of()).contains(field);
    }

    private void put(ObjectNode node, String field, String cell, boolean number, String at) {
        if (!number) {
            node.put(field, cell);
            return;
        }
        BigDecimal value = number(cell.strip());
        if (value == null) {
            parsed.fault(at + "/" + field, "number", "Not a number.");
        } else {
            node.put(field, value);
        }
    }

    /** {@code null} for what is none; exponents are refused, because a short one is a long number. */
    static BigDecimal number(String text) {
        return text.length() <= LONGEST_NUMBER && text.matches("[-+]?\\d+([.]\\d+)?") ? new BigDecimal(text) : null;
    }
}
