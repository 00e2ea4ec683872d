package org.footbridge.directory.importing.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a table of people, as CSV or as a workbook, by what its source says the columns mean. */
public final class SheetReader {
    private static final String FILE = "rows";

    private final Parsed parsed = new Parsed();
    private final TableMapping mapping;

    private SheetReader(TableMapping mapping) {
        this.mapping = mapping;
    }

    /** Reads CSV. */
    public static Parsed csv(byte[] bytes, TableMapping mapping) {
        SheetReader reader = new SheetReader(mapping);
        if (reader.isMapped()) {
            reader.table(CsvRows.of(FILE, bytes, reader.parsed));
        }
        return reader.parsed;
    }

    /** Reads a workbook; formulas count as what they last came to. */
    public static Parsed xlsx(byte[] bytes, TableMapping mapping) {
        SheetReader reader = new SheetReader(mapping);
        if (reader.isMapped() && Inflated.fits(bytes, reader.parsed) && SheetWidth.fits(bytes, reader.parsed)) {
            reader.workbook(bytes);
        }
        return reader.parsed;
    }

    private boolean isMapped() {
        if (mapping == null) {
            parsed.fault("", "no-mapping", "Say at the source first what the columns mean.");
        }
        return mapping != null;
    }

    private void workbook(byte[] bytes) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            Optional<Sheet> sheet =
                    mapping.sheet() == null ? workbook.getSheet(0) : workbook.findSheet(mapping.sheet());
            if (sheet.isEmpty()) {
                parsed.fault("", "no-sheet", "The workbook has no such sheet.");
                return;
            }
            try (Stream<Row> rows = sheet.get().openStream()) {
                table(rows(rows.iterator()));
            }
        } catch (IOException | ExcelReaderException e) {
            parsed.fault("", "not-xlsx", "The workbook cannot be read.");
        }
    }

    private CsvRows rows(Iterator<Row> sheet) {
        List<String> header = null;
        List<CsvRows.Row> rows = new ArrayList<>();
        CsvRows.Room room = new CsvRows.Room();
        while (sheet.hasNext()) {
            Row row = sheet.next();
            if (!room.takes(row.getCellCount())) {
                CsvRows.Room.refuse(FILE, parsed);
                return null;
            }
            List<String> cells = IntStream.range(0, row.getCellCount())
                    .mapToObj(index -> row.getCellRawValue(index).isPresent() ? row.getCellText(index) : "")
                    .toList();
            if (header == null) {
                header = cells.stream().map(String::strip).toList();
            } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new CsvRows.Row(row.getRowNum(), cells));
            }
        }
        return CsvRows.checked(FILE, header, rows, parsed);
    }

    private void table(CsvRows table) {
        if (table == null) {
            return;
        }
        Map<String, TableMapping.Column> columns = new LinkedHashMap<>();
        mapping.columns().forEach(column -> columns.put(column.column(), column));
        columns.keySet().stream()
                .filter(column -> !table.header().contains(column))
                .forEach(column ->
                        parsed.fault("/" + FILE + "/1/" + column, "no-column", "The mapping names this column."));
        table.header().stream()
                .filter(name -> !name.isEmpty() && !columns.containsKey(name))
                .forEach(name -> parsed.warn("/" + FILE + "/1/" + name, "not-mapped", "The column is left out."));
        if (!parsed.faults().isEmpty()) {
            return;
        }
        RowGraph graph = new RowGraph(parsed);
        table.rows().forEach(row -> graph.add(fields(table.header(), columns, row)));
        graph.emit();
    }

    private MappedRow fields(List<String> header, Map<String, TableMapping.Column> columns, CsvRows.Row row) {
        MappedRow mapped = new MappedRow("/" + FILE + "/" + row.number());
        for (int i = 0; i < Math.min(header.size(), row.cells().size()); i++) {
            TableMapping.Column column = columns.get(header.get(i));
            String cell = Formulas.meant(row.cells().get(i).strip());
            if (column != null && !cell.isEmpty()) {
                mapped.put(column, column.values().getOrDefault(cell, cell));
            }
        }
        columns.values().forEach(mapped::name);
        mapping.constants().forEach(mapped::putIfAbsent);
        return mapped;
    }
}
