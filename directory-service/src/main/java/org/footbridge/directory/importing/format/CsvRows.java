package org.footbridge.directory.importing.format;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The cells of a table: a header and rows, each as long as the header says.
 *
 * @param header distinct names
 * @param rows cells by row, the number of the row in the file first
 */
record CsvRows(List<String> header, List<Row> rows) {
    static final int MOST_ROWS = 500_000;
    /** Of all rows together: what a table may take of the heap. */
    private static final int MOST_CELLS = 5_000_000;

    /** Counts rows and cells while they are read, so that no table is in the heap before it is found to be too large. */
    static final class Room {
        private int rows;
        private long cells;

        /** Whether there is room for one more row of that length. */
        boolean takes(int length) {
            rows++;
            cells += length;
            return rows <= MOST_ROWS + 1 && cells <= MOST_CELLS;
        }

        static void refuse(String file, Parsed parsed) {
            parsed.fault("/" + file, "too-many-rows", "At most 500000 rows and 5000000 cells.");
        }
    }

    /** A row of the file; row 1 is the header. */
    record Row(long number, List<String> cells) {}

    /** @return {@code null} with a fault where the file is no table */
    static CsvRows of(String file, byte[] bytes, Parsed parsed) {
        String text = text(file, bytes, parsed);
        if (text == null) {
            return null;
        }
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
            List<String> header = null;
            List<Row> rows = new ArrayList<>();
            Room room = new Room();
            for (CSVRecord line : parser) {
                if (!room.takes(line.size())) {
                    Room.refuse(file, parsed);
                    return null;
                }
                List<String> cells = List.of(line.values());
                if (header == null) {
                    header = cells.stream().map(String::strip).toList();
                } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(line.getRecordNumber(), cells));
                }
            }
            return checked(file, header, rows, parsed);
        } catch (IOException | UncheckedIOException e) {
            parsed.fault("/" + file, "not-csv", "The file is no CSV: a quote is open or out of place.");
            return null;
        }
    }

    /** @return {@code null} with a fault where header or length are wrong */
    static CsvRows checked(String file, List<String> header, List<Row> rows, Parsed parsed) {
        if (header == null) {
            parsed.fault("/" + file + "/1", "no-header", "The first row names the columns.");
            return null;
        }
        Set<String> seen = new HashSet<>();
        header.stream()
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .forEach(
                        name -> parsed.fault("/" + file + "/1/" + name, "column-twice", "Two columns have this name."));
        rows.stream()
                .filter(row -> row.cells().size() > header.size())
                .forEach(row -> parsed.fault(
                        "/" + file + "/" + row.number(), "too-many-cells", "The row has more cells than the header."));
        return new CsvRows(header, rows);
    }

    private static String text(String file, byte[] bytes, Parsed parsed) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            parsed.fault("/" + file, "not-utf-8", "The file must be UTF-8.");
            return null;
        }
    }
}
