package org.footbridge.referral.consent.electronic;

import java.util.Map;
import org.footbridge.referral.paper.Sheet;

/** The PDF of a signed consent. */
final class Paper {
    private Paper() {}

    /** Who signed and when, in words. */
    record Signed(String typedName, String rosterName, String role, String moment) {}

    /** SHA-256 of the bytes is the consent's document hash: they are made once and kept. */
    static byte[] write(Map<String, String> text, String language, Wording wording, Signed signed) {
        Sheet sheet = new Sheet(text.get("paperTitle"), language);
        sheet.head(text.get("paperTitle"));
        sheet.text(text.get("askLead"));
        for (Wording.Line line : wording.lines()) {
            sheet.line(line.label(), String.join("; ", line.values()));
        }
        wording.notes().forEach(sheet::text);
        sheet.text(text.get("agreed"));
        sheet.line(
                text.get("paperSigned"),
                signed.typedName() + " (" + signed.rosterName() + "), " + text.get("paperAs") + " " + signed.role()
                        + ", " + text.get("paperAt") + " " + signed.moment());
        sheet.text(text.get("paperHow"));
        return sheet.finished();
    }
}
