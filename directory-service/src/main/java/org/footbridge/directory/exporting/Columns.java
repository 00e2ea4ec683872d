package org.footbridge.directory.exporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.Json;
import org.footbridge.directory.importing.format.Nesting;
import org.footbridge.directory.importing.format.TableNames;
import org.footbridge.directory.importing.format.TabularReader;

/** The columns of each table of the tabular form, read from the schema that imports are held against, and the manifest that names them. */
final class Columns {
    private static final Map<String, Map<String, String>> ALL = read();

    private Columns() {}

    /** Column and type, {@code number} or {@code string}. */
    static Map<String, String> of(String entity) {
        return ALL.get(entity);
    }

    /** The datapackage.json of a package of ours. */
    static ObjectNode manifest(boolean guarded) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("name", "human_services_data")
                .put("title", "Resource directory in the tabular form of HSDS")
                .put("profile", "tabular-data-package")
                .put("version", "3.2")
                .put(TabularReader.GUARDED, guarded);
        TableNames.all().forEach((entity, file) -> resource(manifest, entity, file));
        return manifest;
    }

    private static void resource(ObjectNode manifest, String entity, String file) {
        ObjectNode resource = manifest.withArray("/resources").addObject();
        resource.put("name", entity).put("path", file).put("profile", "tabular-data-resource");
        ObjectNode schema = resource.putObject("schema");
        of(entity).forEach((column, type) -> schema.withArray("/fields")
                .addObject()
                .put("name", column)
                .put("type", type));
        schema.put("primaryKey", "id");
        for (String reference : Nesting.references(entity)) {
            ObjectNode key = schema.withArray("/foreignKeys").addObject();
            key.put("fields", reference)
                    .putObject("reference")
                    .put("resource", Entities.named(reference))
                    .put("fields", "id");
        }
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream in = Columns.class.getResourceAsStream("/hsds/import.schema.json")) {
            JsonNode kinds = Json.MAPPER.readTree(in).path("$defs");
            Map<String, Map<String, String>> all = new LinkedHashMap<>();
            TableNames.all().keySet().forEach(entity -> all.put(entity, columns(entity, kinds.path(entity))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("the import schema cannot be read", e);
        }
    }

    private static Map<String, String> columns(String entity, JsonNode kind) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "string");
        if (entity.equals("meta_table_description")) {
            List.of("name", "language", "character_set").forEach(column -> columns.put(column, "string"));
        }
        for (Map.Entry<String, JsonNode> member : kind.path("properties").properties()) {
            String type = member.getValue().path("type").asText("");
            if (type.equals("number")) {
                columns.put(member.getKey(), "number");
            } else if (type.equals("string") || member.getValue().has("enum")) {
                columns.put(member.getKey(), "string");
            }
        }
        List<String> references = new ArrayList<>(Nesting.references(entity));
        if (entity.equals(Entities.PLACE)) {
            references.add("location_id");
        }
        references.forEach(reference -> columns.putIfAbsent(reference, "string"));
        return columns;
    }
}
