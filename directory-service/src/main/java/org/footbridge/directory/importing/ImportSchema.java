package org.footbridge.directory.importing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
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
import org.footbridge.common.web.problem.Fault;

/** The shape of an HSDS import, checked with a JSON Schema of our own so that every fault has its place. */
@Singleton
class ImportSchema {
    private final Schema schema;

    ImportSchema() {
        SchemaRegistryConfig strict =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(strict))
                .getSchema(resource(), InputFormat.JSON);
    }

    /** Every fault of shape, in the order of the document. */
    List<Fault> faults(ImportDocument document) {
        return schema.validate(document.root().toString(), InputFormat.JSON).stream()
                .map(error -> fault(document, error))
                .toList();
    }

    private static Fault fault(ImportDocument document, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String where = error.getProperty() == null ? pointer : pointer + "/" + error.getProperty();
        return new Fault(document.pointer(where), code(error.getKeyword()), message(error.getMessage()));
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
