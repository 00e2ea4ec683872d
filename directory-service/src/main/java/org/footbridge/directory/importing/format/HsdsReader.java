package org.footbridge.directory.importing.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Reads HSDS JSON in every form in which it is found: one record, an array, a page of an API, an object of lists, the tabular form
 * as JSON, or one record a line.
 */
public final class HsdsReader {
    private static final String NO_JSON = "not-json";

    private final Parsed parsed = new Parsed();

    private HsdsReader() {}

    /** Reads a document. */
    public static Parsed json(byte[] bytes) {
        HsdsReader reader = new HsdsReader();
        try {
            reader.root(Json.MAPPER.readTree(bytes));
        } catch (JsonProcessingException e) {
            reader.parsed.fault("", NO_JSON, "Not JSON" + where(e) + ".");
        } catch (IOException e) {
            reader.parsed.fault("", NO_JSON, "The file cannot be read.");
        }
        return reader.parsed;
    }

    /** Reads one record a line; empty lines are passed over. */
    public static Parsed lines(byte[] bytes) {
        HsdsReader reader = new HsdsReader();
        int number = 1;
        for (int start = 0; start <= bytes.length; number++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            reader.line(ByteBuffer.wrap(bytes, start, end - start), "/lines/" + number);
            start = end + 1;
        }
        return reader.parsed;
    }

    private void line(ByteBuffer bytes, String at) {
        try {
            String line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (!line.isBlank()) {
                line(line, at);
            }
        } catch (CharacterCodingException e) {
            parsed.fault(at, "not-utf-8", "The line must be UTF-8.");
        }
    }

    private void line(String line, String at) {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node.isObject() && !node.has("id")) {
                lists(node, at);
            } else {
                one(node, at, false);
            }
        } catch (JsonProcessingException e) {
            parsed.fault(at, NO_JSON, "The line is not JSON.");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private void root(JsonNode root) {
        if (root.isArray()) {
            each(root, "", false);
        } else if (!root.isObject()) {
            parsed.fault("", "no-record", "Send an object or an array of records.");
        } else if (root.path("contents").isArray()) {
            each(root.path("contents"), "/contents", true);
        } else if (root.has("openapi_url") && !root.has("id")) {
            parsed.warn("", "api-description", "This describes an API and holds no record.");
        } else if (root.properties().stream().anyMatch(member -> member.getKey().endsWith(".csv"))) {
            tables(root);
        } else if (root.has("id")) {
            one(root, "", false);
        } else {
            lists(root, "");
        }
    }

    private void tables(JsonNode root) {
        TableGraph graph = new TableGraph(parsed);
        root.properties().forEach(table -> {
            String entity = TableNames.entity(table.getKey());
            if (entity == null) {
                parsed.warn("/" + table.getKey(), "unknown-table", "No table of HSDS; it is left out.");
                return;
            }
            for (int i = 0; i < table.getValue().size(); i++) {
                if (table.getValue().get(i) instanceof ObjectNode row) {
                    graph.add(entity, cells(row), "/" + table.getKey() + "/" + i);
                } else {
                    parsed.fault("/" + table.getKey() + "/" + i, "type", "A row is an object.");
                }
            }
        });
        graph.join();
    }

    /** As CSV has them: what is no number by its column is text, and an empty cell says nothing. */
    private static ObjectNode cells(ObjectNode row) {
        for (Map.Entry<String, JsonNode> cell : List.copyOf(row.properties())) {
            if (cell.getValue().isNull()) {
                row.remove(cell.getKey());
            } else if (cell.getValue().isNumber() && !TableNames.isNumber(cell.getKey())) {
                row.put(cell.getKey(), cell.getValue().asText());
            }
        }
        return row;
    }

    private void lists(JsonNode root, String at) {
        int before = parsed.records().size() + parsed.faults().size();
        root.properties().forEach(member -> {
            String entity = Entities.under(member.getKey());
            if (entity != null && member.getValue().isArray()) {
                for (int i = 0; i < member.getValue().size(); i++) {
                    record(entity, member.getValue().get(i), at + "/" + member.getKey() + "/" + i, false);
                }
            }
        });
        if (parsed.records().size() + parsed.faults().size() == before) {
            parsed.fault(at + "/organizations", "required", "There is no record in this document.");
        }
    }

    private void each(JsonNode array, String at, boolean page) {
        for (int i = 0; i < array.size(); i++) {
            one(array.get(i), at + "/" + i, page);
        }
    }

    private void one(JsonNode node, String at, boolean page) {
        record(node instanceof ObjectNode object ? Entities.of(object) : Entities.ORGANIZATION, node, at, page);
    }

    private void record(String entity, JsonNode node, String at, boolean page) {
        if (node instanceof ObjectNode object) {
            parsed.add(new Record(entity, object, at, page && Entities.isShort(object)));
        } else {
            parsed.fault(at, "type", "A record is an object.");
        }
    }
}
