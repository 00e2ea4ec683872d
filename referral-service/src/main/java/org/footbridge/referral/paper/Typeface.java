package org.footbridge.referral.paper;

import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.librepdf.openpdf.fonts.Liberation;

/**
 * A font and those that stand in for it where it lacks a letter. Latin, Greek and Cyrillic are Liberation's, Arabic, Hebrew, Armenian
 * and Georgian DejaVu's, both embedded. No free font of Chinese, Japanese and Korean letters is to be had as a dependency: they are
 * named by the standard names that every reader of PDF has a font for, and their text is in the file to the letter.
 */
final class Typeface {
    private static final List<BaseFont> EASTERN = List.of(
            standard("STSong-Light", "UniGB-UCS2-H"),
            standard("HeiseiKakuGo-W5", "UniJIS-UCS2-H"),
            standard("HYGoThic-Medium", "UniKS-UCS2-H"));
    static final Typeface REGULAR = new Typeface("LiberationSans-Regular.ttf", "DejaVuSans.ttf");
    static final Typeface BOLD = new Typeface("LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf");

    private final List<BaseFont> fonts;

    private Typeface(String first, String second) {
        this.fonts = Stream.concat(
                        Stream.of(
                                embedded(Liberation.class, "/liberation/" + first),
                                embedded(Typeface.class, "/net/sf/jasperreports/fonts/dejavu/" + second)),
                        EASTERN.stream())
                .toList();
    }

    /** The text, each letter in the first font that has it. */
    Phrase set(String text, float size) {
        FontSelector selector = new FontSelector();
        fonts.forEach(font -> selector.addFont(new Font(font, size)));
        return selector.process(text);
    }

    private static BaseFont embedded(Class<?> beside, String path) {
        try (InputStream file = beside.getResourceAsStream(path)) {
            return BaseFont.createFont(path, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont standard(String name, String encoding) {
        try {
            return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
