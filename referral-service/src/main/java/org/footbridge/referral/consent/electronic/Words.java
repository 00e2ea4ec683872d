package org.footbridge.referral.consent.electronic;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of page and paper in each language. */
@Singleton
class Words {
    private static final String FALLBACK = "en";

    private final Map<String, Map<String, String>> languages =
            Stream.of(FALLBACK, "es").collect(Collectors.toUnmodifiableMap(Function.identity(), Words::read));

    /** The language that is spoken to somebody who wants this one: a BCP 47 tag, or {@code null}. */
    String language(String wanted) {
        String primary = wanted == null ? "" : Locale.forLanguageTag(wanted).getLanguage();
        return languages.containsKey(primary) ? primary : FALLBACK;
    }

    Map<String, String> of(String language) {
        return languages.get(language(language));
    }

    String day(LocalDate day, String language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .format(day);
    }

    String moment(ZonedDateTime moment, String language) {
        return day(moment.toLocalDate(), language) + ", "
                + DateTimeFormatter.ofPattern("HH:mm:ss xxx").format(moment);
    }

    private static Map<String, String> read(String language) {
        Properties words = new Properties();
        try (InputStream file = Words.class.getResourceAsStream("/consent/texts_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), words::getProperty));
    }
}
