package org.footbridge.referral.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV that a spreadsheet opens without running anything in it (OWASP, CSV injection). */
public final class SafeCsv {
    /** The wide forms too, which some spreadsheets read as the narrow ones. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeCsv() {}

    /** RFC 4180 text with a header. {@code null} is an empty cell. */
    public static String of(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(SafeCsv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A cell that begins like a formula is text from now on. */
    static String cell(String value) {
        boolean formula = value != null && !value.isEmpty() && STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
