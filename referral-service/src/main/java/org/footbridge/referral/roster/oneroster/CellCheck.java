package org.footbridge.referral.roster.oneroster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a cell holds what its column may hold. */
final class CellCheck {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z./@_-]{1,255}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern USER_IDS = Pattern.compile("\\{[^{}:]+:[^{}]+\\}(,\\s*\\{[^{}:]+:[^{}]+\\})*");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,1000}");

    private CellCheck() {}

    /** Adds a fault for each cell of the table that does not fit. */
    static void check(Table table, List<Column> columns, Faults faults) {
        for (int i = 0; i < table.size(); i++) {
            for (Column column : columns) {
                String cell = table.cell(i, column.name());
                if (cell == null && column.required()) {
                    faults.add(table.fileName(), Table.rowNumber(i), column.name(), "required", "a value");
                } else if (cell != null && !fits(cell, column)) {
                    faults.add(table.fileName(), Table.rowNumber(i), column.name(), code(column), expected(column));
                }
            }
        }
    }

    private static boolean fits(String cell, Column column) {
        return switch (column.kind()) {
            case TEXT -> TEXT.matcher(cell).matches();
            case ID, REF -> ID.matcher(cell).matches();
            case REFS ->
                Table.elements(cell).stream().allMatch(id -> ID.matcher(id).matches());
            case BLANK -> false;
            case BOOLEAN -> cell.equals("true") || cell.equals("false");
            case DATE -> isDate(cell);
            case YEAR -> YEAR.matcher(cell).matches();
            case LIST ->
                TEXT.matcher(cell).matches() && Table.elements(cell).stream().noneMatch(String::isEmpty);
            case ONE_OF -> isOneOf(cell, column.vocabulary());
            case USER_IDS -> USER_IDS.matcher(cell).matches();
        };
    }

    private static boolean isDate(String cell) {
        if (!DATE_FORM.matcher(cell).matches()) {
            return false;
        }
        try {
            LocalDate.parse(cell, DATE);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isOneOf(String cell, List<String> vocabulary) {
        return vocabulary.contains(cell)
                || (vocabulary.contains("ext:*") && cell.length() > 4 && cell.startsWith("ext:"));
    }

    private static String code(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case ID, REF, REFS -> "id";
            case BLANK -> "not-blank";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case YEAR -> "year";
            case LIST -> "list";
            case ONE_OF -> "vocabulary";
            case USER_IDS -> "user-ids";
        };
    }

    private static String expected(Column column) {
        return switch (column.kind()) {
            case TEXT -> "at most 1000 characters, none of them a control character";
            case ID, REF -> "1 to 255 of the characters 0-9 A-Z a-z . / @ _ -";
            case REFS -> "sourcedIds, separated by commas";
            case BLANK -> "nothing in bulk mode";
            case BOOLEAN -> "true or false";
            case DATE -> "a day of the calendar as YYYY-MM-DD";
            case YEAR -> "YYYY";
            case LIST -> "values, separated by single commas";
            case ONE_OF -> "one of " + String.join(", ", column.vocabulary());
            case USER_IDS -> "{type:id}, separated by commas";
        };
    }
}
