package org.footbridge.directory.exporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.footbridge.directory.exporting.ExportRepository.Row;
import org.footbridge.directory.importing.format.Formulas;
import org.footbridge.directory.importing.format.Json;
import org.footbridge.directory.importing.format.TableNames;

/**
 * The tables of a package while it is made, in files of a temporary folder: a record has rows in many tables, and a package holds
 * one table after the other. Everything here waits for the disk, so it is called on worker threads, by one at a time.
 */
final class TabularSpool {
    private final boolean guarded;
    private final Path folder;
    private Path zip;
    private final Map<String, CSVPrinter> tables = new LinkedHashMap<>();
    private final Flattener flattener = new Flattener();

    private TabularSpool(boolean guarded, Path folder) {
        this.guarded = guarded;
        this.folder = folder;
    }

    /** @param guarded whether cells that a spreadsheet would run as formulas get an apostrophe */
    static TabularSpool open(boolean guarded) throws IOException {
        return new TabularSpool(guarded, Files.createTempDirectory("directory-export"));
    }

    /** Begins the tables. */
    void begin() throws IOException {
        for (Map.Entry<String, String> table : TableNames.all().entrySet()) {
            BufferedWriter file = Files.newBufferedWriter(folder.resolve(table.getValue()));
            CSVPrinter printer = new CSVPrinter(file, CSVFormat.RFC4180);
            tables.put(table.getKey(), printer);
            printer.printRecord(Columns.of(table.getKey()).keySet());
        }
    }

    void add(Section section, List<Row> records) throws IOException {
        for (Row row : records) {
            ObjectNode record = (ObjectNode) Json.MAPPER.readTree(row.json());
            for (Map.Entry<String, Map<String, ObjectNode>> table :
                    flattener.rows(section.entity(), record).entrySet()) {
                for (ObjectNode cells : table.getValue().values()) {
                    print(table.getKey(), cells);
                }
            }
        }
    }

    /** Makes the package and removes the tables. The caller removes the package when it was sent. */
    Path zip() throws IOException {
        closeTables();
        zip = Files.createTempFile("directory-export", ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("datapackage.json"));
            out.write(Columns.manifest(guarded).toPrettyString().getBytes(StandardCharsets.UTF_8));
            for (String name : TableNames.all().values()) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), out);
            }
        }
        removeTables();
        return zip;
    }

    /** Removes what is there, the package too; harmless the second time. */
    void discard() throws IOException {
        removeTables();
        if (zip != null) {
            Files.deleteIfExists(zip);
        }
    }

    private void removeTables() throws IOException {
        closeTables();
        for (String name : TableNames.all().values()) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }

    private void print(String entity, ObjectNode cells) throws IOException {
        CSVPrinter table = tables.get(entity);
        for (Map.Entry<String, String> column : Columns.of(entity).entrySet()) {
            JsonNode cell = cells.path(column.getKey());
            table.print(cell.isNumber() ? cell.decimalValue().toPlainString() : text(cell.asText("")));
        }
        table.println();
    }

    private String text(String text) {
        return guarded ? Formulas.guarded(text) : text;
    }

    private void closeTables() throws IOException {
        for (CSVPrinter table : tables.values()) {
            table.close(true);
        }
        tables.clear();
    }
}
