package org.footbridge.referral.roster.oneroster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one CSV file (RFC 4180, UTF-8) whose header must be the standard's, then optional {@code metadata.} columns. */
final class TableReader {
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final String METADATA = "metadata.";

    private final String fileName;
    private final Faults faults;
    private int record;
    private int width;

    TableReader(String fileName, Faults faults) {
        this.fileName = fileName;
        this.faults = faults;
    }

    /** The records under the header; {@code null} where the file cannot be read, which is among the faults then. */
    List<String[]> read(byte[] content, List<String> header) {
        String text = decode(content);
        if (text == null) {
            return null;
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSV)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!hasHeader(records, header)) {
                return null;
            }
            return rows(records, header.size());
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            faults.add(fileName, record + 1, null, "csv", "RFC 4180: quotes closed, and doubled inside of quotes");
            return null;
        }
    }

    private boolean hasHeader(Iterator<CSVRecord> records, List<String> header) {
        String[] found = records.hasNext() ? next(records) : new String[0];
        for (int i = 0; i < header.size(); i++) {
            if (i >= found.length || !found[i].equals(header.get(i))) {
                faults.add(fileName, 1, header.get(i), "header", "this column as number " + (i + 1));
                return false;
            }
        }
        for (int i = header.size(); i < found.length; i++) {
            if (!found[i].startsWith(METADATA)) {
                faults.add(fileName, 1, null, "header", "only metadata. columns after " + header.getLast());
                return false;
            }
        }
        width = found.length;
        return true;
    }

    private List<String[]> rows(Iterator<CSVRecord> records, int columns) {
        List<String[]> rows = new ArrayList<>();
        while (records.hasNext()) {
            String[] cells = next(records);
            if (cells.length != width) {
                faults.add(fileName, record, null, "width", width + " cells, as in the header");
                cells = Arrays.copyOf(cells, Math.max(columns, cells.length));
            }
            rows.add(blankIsNull(cells, columns));
        }
        return rows;
    }

    private String[] next(Iterator<CSVRecord> records) {
        String[] cells = records.next().values();
        record++;
        return cells;
    }

    private static String[] blankIsNull(String[] cells, int columns) {
        String[] row = new String[columns];
        for (int i = 0; i < columns; i++) {
            row[i] = cells[i] == null || cells[i].isBlank() ? null : cells[i].strip();
        }
        return row;
    }

    private String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            faults.ofFile(fileName, "encoding", "UTF-8");
            return null;
        }
    }
}
