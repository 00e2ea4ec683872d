package org.footbridge.referral.roster.oneroster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one file, each as wide as its columns. A blank cell is {@code null}. */
public final class Table {
    /** The header is the first record of a file. */
    private static final int FIRST_ROW = 2;

    private final String file;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String[]> rows;

    Table(String file, List<Column> columns, List<String[]> rows) {
        this.file = file;
        this.rows = rows;
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i).name(), i);
        }
    }

    static Table empty(String file) {
        return new Table(file, Format.COLUMNS.get(file), List.of());
    }

    String fileName() {
        return file + ".csv";
    }

    public int size() {
        return rows.size();
    }

    /** Blank is {@code null}. */
    public String cell(int index, String column) {
        return rows.get(index)[positions.get(column)];
    }

    /** The elements of a list cell; none where it is blank. */
    public List<String> list(int index, String column) {
        return elements(cell(index, column));
    }

    static List<String> elements(String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
    }

    /** As people count: the header is row 1. */
    static int rowNumber(int index) {
        return index + FIRST_ROW;
    }
}
