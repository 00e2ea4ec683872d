package org.footbridge.directory.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people write when they look for help: everyday words for a concern ("worried" for anxiety) and words of danger. Both lists
 * are files, so that those who know families can read and extend them.
 */
final class NeedWords {
    private static final Map<String, Set<String>> CONCERNS = concerns();
    private static final List<String> DANGER =
            lines("danger-words.txt").map(line -> " " + line).toList();

    private NeedWords() {}

    /** Small letters and digits without accents, single spaces between; hyphens and apostrophes go. */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** The words of the directory that a folded everyday word stands for; empty where it stands for itself alone. */
    static Set<String> meaning(String word) {
        return CONCERNS.getOrDefault(word, Set.of());
    }

    /** True where the text names a danger to life or limb, in English or Spanish; a line of the list that ends in {@code *} is a beginning. */
    static boolean nameDanger(String text) {
        String words = " " + folded(text) + " ";
        return DANGER.stream()
                .anyMatch(line -> line.endsWith("*")
                        ? words.contains(line.substring(0, line.length() - 1))
                        : words.contains(line + " "));
    }

    private static Map<String, Set<String>> concerns() {
        Map<String, Set<String>> meanings = new HashMap<>();
        lines("need-words.txt").forEach(line -> {
            String[] sides = line.split(":", 2);
            for (String word : sides[1].strip().split(" +")) {
                meanings.computeIfAbsent(word, none -> new LinkedHashSet<>())
                        .addAll(List.of(sides[0].strip().split(" +")));
            }
        });
        return new LinkedHashMap<>(meanings);
    }

    private static Stream<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                NeedWords.class.getResourceAsStream("/search/" + file), StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
