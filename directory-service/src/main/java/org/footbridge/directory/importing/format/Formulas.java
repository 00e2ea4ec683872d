package org.footbridge.directory.importing.format;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front, and loses it on the way back. */
public final class Formulas {
    private static final String DANGEROUS = "=+-@\t\r";

    private Formulas() {}

    /** What may be shown in a spreadsheet; numbers are no text and need none of this. */
    public static String guarded(String text) {
        return begins(text, 0) || text.startsWith("'") && begins(text, 1) ? "'" + text : text;
    }

    /** What was meant by a cell that {@link #guarded} wrote. */
    public static String meant(String cell) {
        boolean guarded = cell.startsWith("'") && (begins(cell, 1) || cell.startsWith("''") && begins(cell, 2));
        return guarded ? cell.substring(1) : cell;
    }

    private static boolean begins(String text, int at) {
        return text.length() > at && DANGEROUS.indexOf(text.charAt(at)) >= 0;
    }
}
