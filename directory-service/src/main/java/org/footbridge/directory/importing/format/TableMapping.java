package org.footbridge.directory.importing.format;

import java.util.List;
import java.util.Map;

/**
 * What the columns of a table mean.
 *
 * @param sheet of a workbook, {@code null} for the first one
 * @param constants field and value of every row that does not say it itself
 */
public record TableMapping(String sheet, List<Column> columns, Map<String, String> constants) {

    /**
     * A column.
     *
     * @param separator what stands between the items of a list
     * @param values what cells mean, where that is not what they say
     */
    public record Column(String column, String field, String separator, Map<String, String> values) {}
}
