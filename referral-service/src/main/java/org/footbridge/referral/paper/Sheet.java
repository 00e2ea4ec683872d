package org.footbridge.referral.paper;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;

/** A PDF of plain lines. Text that runs from right to left is set as it is read. */
public final class Sheet {
    private static final float MARGIN = 56;
    private static final float BODY = 11;
    private static final float HEAD = 16;
    private static final float LEADING = 1.3f;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, MARGIN);

    /**
     * An empty sheet.
     *
     * @param title for the reader's window, and not printed
     * @param language BCP 47
     */
    public Sheet(String title, String language) {
        try {
            PdfWriter.getInstance(document, bytes);
        } catch (DocumentException e) {
            throw new IllegalStateException("a sheet cannot be written as PDF", e);
        }
        document.addTitle(title);
        document.setDocumentLanguage(language);
        document.open();
    }

    public void head(String text) {
        add(Typeface.BOLD.set(text, HEAD));
    }

    public void strong(String text) {
        add(Typeface.BOLD.set(text, BODY));
    }

    public void text(String text) {
        add(Typeface.REGULAR.set(text, BODY));
    }

    /** A line with a name; none where there is nothing to say. */
    public void line(String label, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            Phrase line = Typeface.BOLD.set(label + ": ", BODY);
            line.add(Typeface.REGULAR.set(value.toString(), BODY));
            add(line);
        }
    }

    /** The whole file; nothing is added afterwards. */
    public byte[] finished() {
        document.close();
        return bytes.toByteArray();
    }

    /** A table of one cell, because only cells know of directions. */
    private void add(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingBottom(BODY);
        cell.setLeading(0, LEADING);
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        table.addCell(cell);
        try {
            document.add(table);
        } catch (DocumentException e) {
            throw new IllegalStateException("a sheet cannot be written as PDF", e);
        }
    }
}
