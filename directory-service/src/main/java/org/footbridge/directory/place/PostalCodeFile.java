package org.footbridge.directory.place;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.footbridge.common.web.problem.Fault;

/**
 * A file of postal codes: ours (CSV with a header) or GeoNames' (tabs, no header, twelve columns). Every fault is named with its
 * line; the later of two lines about one code holds.
 */
final class PostalCodeFile {
    private static final int MOST_FAULTS = 1000;
    private static final List<String> COLUMNS = List.of("country", "postal_code", "latitude", "longitude", "place");
    private static final int[] GEONAMES = {0, 1, 9, 10, 2};

    private final Map<String, PostalCode> codes = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private PostalCodeFile() {}

    /** Of CSV with the columns country, postal_code, latitude, longitude and optionally place. */
    static PostalCodeFile ofCsv(String text) {
        PostalCodeFile file = new PostalCodeFile();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (String column : COLUMNS.subList(0, 4)) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    file.faults.add(new Fault("/1/" + column, "column-missing", "The header lacks this column."));
                }
            }
            if (file.faults.isEmpty()) {
                parser.forEach(row -> file.row(
                        row.getRecordNumber() + 1,
                        COLUMNS.stream().map(column -> cell(row, column)).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            file.faults.add(new Fault("/", "not-csv", "This is no CSV after RFC 4180."));
        }
        return file;
    }

    /** Of the tab-separated file that GeoNames offers for each country. */
    static PostalCodeFile ofGeoNames(String text) {
        PostalCodeFile file = new PostalCodeFile();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            List<String> values = new ArrayList<>();
            for (int column : GEONAMES) {
                values.add(column < cells.length ? cells[column].strip() : "");
            }
            file.row(i + 1L, values);
        }
        return file;
    }

    List<PostalCode> codes() {
        return List.copyOf(codes.values());
    }

    List<Fault> faults() {
        return faults;
    }

    private void row(long line, List<String> cells) {
        int before = faults.size();
        String country = cells.get(0).toUpperCase(Locale.ROOT);
        String code = cells.get(1).toUpperCase(Locale.ROOT);
        if (!country.matches("[A-Z]{2}")) {
            fault(line, 0, "Two letters.");
        }
        if (!code.matches("[A-Z0-9][A-Z0-9 -]{1,11}")) {
            fault(line, 1, "Letters and digits, at most 12.");
        }
        Double latitude = degrees(line, 2, cells.get(2), 90);
        Double longitude = degrees(line, 3, cells.get(3), 180);
        if (faults.size() == before) {
            String place = cells.get(4).isEmpty() ? null : cells.get(4);
            codes.put(country + code, new PostalCode(country, code, latitude, longitude, place));
        }
    }

    private Double degrees(long line, int column, String cell, int most) {
        if (!cell.matches("-?\\d{1,3}(\\.\\d{1,15})?") || Math.abs(Double.parseDouble(cell)) > most) {
            fault(line, column, "Degrees from -" + most + " to " + most + ".");
            return null;
        }
        return Double.valueOf(cell);
    }

    private void fault(long line, int column, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault("/" + line + "/" + COLUMNS.get(column), "cell", message));
        }
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }
}
