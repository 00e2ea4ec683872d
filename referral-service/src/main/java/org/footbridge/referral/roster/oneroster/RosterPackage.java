package org.footbridge.referral.roster.oneroster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A package that was read: its tables, and its faults. Nothing of it may be applied unless there are none. */
public final class RosterPackage {
    private final Map<String, Table> tables;
    private final Faults faults;

    private RosterPackage(Map<String, Table> tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    /** Reads and checks everything; all faults that can be told apart are found at once. Slow: not for an event loop. */
    public static RosterPackage read(byte[] zip) {
        Faults faults = new Faults();
        Map<String, byte[]> files = PackageReader.read(zip, faults);
        if (!faults.isEmpty()) {
            return new RosterPackage(Map.of(), faults);
        }
        Set<String> bulk = Manifest.check(files, faults);
        boolean whole = faults.isEmpty();
        Map<String, Table> tables = new LinkedHashMap<>();
        Format.COLUMNS.forEach((file, columns) -> {
            byte[] content = files.get(file + ".csv");
            if (bulk.contains(file) && content != null) {
                List<String> header = columns.stream().map(Column::name).toList();
                List<String[]> rows = new TableReader(file + ".csv", faults).read(content, header);
                if (rows != null) {
                    tables.put(file, new Table(file, columns, rows));
                }
            }
        });
        tables.forEach((file, table) -> CellCheck.check(table, Format.COLUMNS.get(file), faults));
        // across files only when each of them could be read: else every reference to a missing file would be a fault
        if (whole
                && tables.keySet()
                        .containsAll(bulk.stream()
                                .filter(Format.COLUMNS::containsKey)
                                .toList())) {
            new ReferenceCheck(tables, faults).check();
        }
        return new RosterPackage(tables, faults);
    }

    public Faults faults() {
        return faults;
    }

    /** The rows of a file, such as {@code users}; an empty table where the package does not hold it. */
    public Table table(String file) {
        Table table = tables.get(file);
        return table == null ? Table.empty(file) : table;
    }

    public boolean has(String file) {
        return tables.containsKey(file);
    }
}
