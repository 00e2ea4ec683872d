package org.footbridge.directory.importing.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of a row and the columns that said them. */
final class MappedRow {
    private final String pointer;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final Map<String, String> separators = new HashMap<>();

    MappedRow(String pointer) {
        this.pointer = pointer;
    }

    /** The column that would say the field. */
    void name(TableMapping.Column column) {
        columns.put(column.field(), column.column());
    }

    void put(TableMapping.Column column, String value) {
        values.put(column.field(), value);
        said.add(column.field());
        separators.put(column.field(), column.separator());
    }

    void putIfAbsent(String field, String value) {
        values.putIfAbsent(field, value);
    }

    /** Empty where the row does not say it. */
    String get(String field) {
        return values.getOrDefault(field, "");
    }

    String get(String field, String otherwise) {
        return get(field).isEmpty() ? otherwise : get(field);
    }

    /** Whether a cell of the row says it, and not only a constant. */
    boolean isSaid(String field) {
        return said.contains(field);
    }

    List<String> list(String field) {
        return Arrays.stream(get(field).split(Pattern.quote(separators.getOrDefault(field, ";"))))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    String pointer() {
        return pointer;
    }

    String pointer(String field) {
        return pointer + "/" + columns.getOrDefault(field, field);
    }
}
