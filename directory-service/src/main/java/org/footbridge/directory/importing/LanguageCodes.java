package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The languages of a record as primary subtags: feeds write {@code es}, {@code es-MX}, {@code spa} or only "Spanish". */
final class LanguageCodes {
    private static final Map<String, String> BY_THREE_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(LanguageCodes::threeLetters, Function.identity(), (first, second) -> first));
    private static final Map<String, String> BY_NAME = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    Function.identity(),
                    (first, second) -> first));

    private LanguageCodes() {}

    /** Distinct codes in order; a language that cannot be told is left out. */
    static List<String> of(JsonNode languages) {
        return StreamSupport.stream(languages.spliterator(), false)
                .map(LanguageCodes::code)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static String code(JsonNode language) {
        String code = language.path("code").asText("").strip().toLowerCase(Locale.ROOT);
        if (code.isEmpty()) {
            String name = language.path("name").asText("").strip().toLowerCase(Locale.ROOT);
            return BY_NAME.getOrDefault(name, "");
        }
        String primary = code.split("[-_]", 2)[0];
        return BY_THREE_LETTERS.getOrDefault(primary, primary);
    }

    private static String threeLetters(String code) {
        try {
            return Locale.of(code).getISO3Language();
        } catch (MissingResourceException e) {
            return code; // the JDK knows no three letters for it, so nobody can send them
        }
    }
}
