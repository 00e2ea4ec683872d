package org.footbridge.referral.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are printed in the script that families write them in. */
class SheetTest {
    @ParameterizedTest
    @CsvSource({
        "Zoë Nuñez,     LiberationSans",
        "Зоя Иванова,   LiberationSans",
        "זואי כהן,      LiberationSans",
        "زينب الحسن,    DejaVuSans",
        "Նարե Սարգսյան, DejaVuSans",
        "王小明,         STSong-Light",
        "さくら,         STSong-Light",
        "김민준,         HYGoThic-Medium"
    })
    void shouldPrintNamesOfEveryScript(String name, String font) throws IOException {
        // When
        PdfReader reader = new PdfReader(of(name));

        // Then
        assertThat(fonts(reader)).anyMatch(used -> used.contains(font));
    }

    @Test
    void shouldKeepTheTextReadable() throws IOException {
        PdfReader reader = new PdfReader(of("Zoë Nuñez"));

        assertThat(new PdfTextExtractor(reader).getTextFromPage(1)).contains("Name", "Zoë Nuñez");
    }

    @Test
    void shouldGoOnOnAnotherPage() throws IOException {
        Sheet sheet = new Sheet("A long one", "en");
        sheet.text("A word and a line. ".repeat(600));

        assertThat(new PdfReader(sheet.finished()).getNumberOfPages()).isGreaterThan(1);
    }

    private static byte[] of(String name) {
        Sheet sheet = new Sheet("A sheet", "en");
        sheet.head("A sheet");
        sheet.line("Name", name);
        sheet.line("Nothing", null);
        return sheet.finished();
    }

    private static Set<String> fonts(PdfReader reader) {
        Set<String> names = new TreeSet<>();
        PdfDictionary fonts = reader.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        for (PdfName key : fonts.getKeys()) {
            PdfObject name = fonts.getAsDict(key).get(PdfName.BASEFONT);
            names.add(name.toString());
        }
        return names;
    }
}
