package org.footbridge.directory.importing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.importing.format.Record;

/** The shape of an HSDS import, checked with a JSON Schema of our own so that every fault has its place. */
@Singleton
class ImportSchema {
    private static final String NAME = "urn:footbridge:hsds-import";

    private static final Set<String> KINDS = Set.of(
            "organization",
            "service",
            "location",
            "service_at_location",
            "taxonomy",
            "taxonomy_term",
            "attribute",
            "metadata",
            "language",
            "phone",
            "contact",
            "url",
            "funding",
            "program",
            "organization_identifier",
            "address",
            "accessibility",
            "schedule",
            "service_area",
            "cost_option",
            "required_document",
            "unit",
            "service_capacity");

    private final Schema schema;
    private final SchemaRegistry registry;

    ImportSchema() {
        SchemaRegistryConfig strict =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        String text = resource();
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(NAME, text)).schemaRegistryConfig(strict));
        this.schema = registry.getSchema(SchemaLocation.of(NAME));
    }

    /** Every fault of shape, in the order of the document. */
    List<Fault> faults(ImportDocument document) {
        return schema.validate(document.root().toString(), InputFormat.JSON).stream()
                .map(error -> fault(document, error))
                .toList();
    }

    /** Every fault of one record; a kind that the schema does not know has none. */
    List<Fault> faults(Record read) {
        if (!KINDS.contains(read.entity())) {
            return List.of();
        }
        return registry
                .getSchema(SchemaLocation.of(NAME + "#/$defs/" + read.entity()))
                .validate(read.node().toString(), InputFormat.JSON)
                .stream()
                .map(error -> new Fault(
                        cut(read.pointer() + where(error)), code(error.getKeyword()), message(error.getMessage())))
                .toList();
    }

    private static Fault fault(ImportDocument document, Error error) {
        return new Fault(document.pointer(where(error)), code(error.getKeyword()), message(error.getMessage()));
    }

    private static String where(Error error) {
        String pointer = error.getInstanceLocation().toString();
        return error.getProperty() == null ? pointer : pointer + "/" + error.getProperty();
    }

    private static String cut(String pointer) {
        return pointer.length() > 500 ? pointer.substring(0, 500) : pointer;
    }

    private static String code(String keyword) {
        return keyword.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The validator begins with the place, which the pointer says already. */
    private static String message(String message) {
        String text = message.replaceFirst("^/[^ ]*: ", "");
        return text.length() > 1000 ? text.substring(0, 1000) : text;
    }

    private static String resource() {
        try (InputStream in = ImportSchema.class.getResourceAsStream("/hsds/import.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the import schema cannot be read", e);
        }
    }
}
