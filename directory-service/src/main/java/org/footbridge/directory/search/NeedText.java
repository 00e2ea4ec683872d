package org.footbridge.directory.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The free text of a search as words, and the tsquery that it becomes once the directory has said which words it knows. */
final class NeedText {
    private static final int MOST_WORDS = 20;

    /** A word, and whether it must not be there or may be there instead of the one before. */
    private record Word(String word, boolean without, boolean orBefore) {}

    /**
     * What the directory knows of a word.
     *
     * @param blank a word that carries no meaning, such as "the"
     * @param known some public entry uses it
     * @param similar known words that look like it; empty where it is known
     */
    record Knowledge(boolean blank, boolean known, List<String> similar) {}

    private final List<Word> words = new ArrayList<>();

    private NeedText() {}

    static NeedText of(String text) {
        NeedText read = new NeedText();
        boolean or = false;
        for (String part : text.split("\\s+")) {
            boolean without = part.startsWith("-") && !read.words.isEmpty();
            if (part.equalsIgnoreCase("or")) {
                or = !read.words.isEmpty();
                continue;
            }
            for (String word : NeedWords.folded(part).split(" ")) {
                if (!word.isEmpty() && read.words.size() < MOST_WORDS) {
                    read.words.add(new Word(word, without, or));
                    or = false;
                }
            }
        }
        return read;
    }

    /** The distinct words. */
    Set<String> words() {
        return words.stream().map(Word::word).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words that were replaced by known ones, in order. */
    Map<String, List<String>> corrections(Map<String, Knowledge> knowledge) {
        Map<String, List<String>> corrections = new LinkedHashMap<>();
        for (Word word : words) {
            Knowledge known = knowledge.get(word.word());
            if (!known.known()
                    && !known.similar().isEmpty()
                    && NeedWords.meaning(word.word()).isEmpty()) {
                corrections.put(word.word(), known.similar());
            }
        }
        return corrections;
    }

    /** A tsquery that wants every word; empty where no word carries a meaning. */
    String every(Map<String, Knowledge> knowledge) {
        StringBuilder query = new StringBuilder();
        for (Word word : words) {
            Knowledge known = knowledge.get(word.word());
            if (!known.blank()) {
                if (!query.isEmpty()) {
                    query.append(word.orBefore() ? " | " : " & ");
                }
                query.append(word.without() ? "!" : "").append(alternatives(word.word(), known));
            }
        }
        return grouped(query.toString());
    }

    /** A tsquery that wants any of the words that are asked for. */
    String any(Map<String, Knowledge> knowledge) {
        return words.stream()
                .filter(Predicate.not(Word::without))
                .filter(word -> !knowledge.get(word.word()).blank())
                .map(word -> alternatives(word.word(), knowledge.get(word.word())))
                .collect(Collectors.joining(" | "));
    }

    /** Of "and" and "or" between words, "or" binds closer: "grief or loss group" wants a group. */
    private static String grouped(String query) {
        return query.isEmpty() ? "" : Arrays.stream(query.split(" & ")).collect(Collectors.joining(") & (", "(", ")"));
    }

    private static String alternatives(String word, Knowledge known) {
        Set<String> all = new LinkedHashSet<>();
        all.add(word);
        all.addAll(NeedWords.meaning(word));
        if (all.size() == 1) {
            all.addAll(known.similar());
        }
        return "(" + String.join(" | ", all) + ")";
    }
}
