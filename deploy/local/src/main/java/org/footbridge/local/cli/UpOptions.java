package org.footbridge.local.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.footbridge.local.Part;

/**
 * What {@code deploy/up} was asked for.
 *
 * @param detach return when the stack is up, instead of showing it until Ctrl-C
 * @param fresh throw the data away first
 * @param parts what to start; everything unless {@code --only} names some, for a service that runs in a debugger
 */
record UpOptions(boolean detach, boolean fresh, Set<Part> parts) {

    static final String USAGE = "deploy/up [--detach] [--fresh] [--only PART,PART…]";

    private static final String DETACH = "--detach";
    private static final String FRESH = "--fresh";
    private static final String ONLY = "--only";

    UpOptions {
        parts = Set.copyOf(parts);
    }

    /** Empty when the words are not understood. */
    static Optional<UpOptions> parse(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean detach = rest.remove(DETACH);
        boolean fresh = rest.remove(FRESH);
        Optional<Set<Part>> parts = parts(rest);
        return parts.map(chosen -> new UpOptions(detach, fresh, chosen));
    }

    private static Optional<Set<Part>> parts(List<String> words) {
        if (words.isEmpty()) {
            return Optional.of(EnumSet.allOf(Part.class));
        }
        if (words.size() != 2 || !words.getFirst().equals(ONLY)) {
            return Optional.empty();
        }
        Set<Part> chosen = EnumSet.noneOf(Part.class);
        for (String name : words.getLast().split(",")) {
            Optional<Part> part = Part.named(name);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(part.get());
        }
        return Optional.of(chosen);
    }

    /** The same as words, for the supervisor's command line. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (detach) {
            words.add(DETACH);
        }
        if (fresh) {
            words.add(FRESH);
        }
        if (parts.size() < Part.values().length) {
            words.add(ONLY);
            words.add(parts.stream().map(Part::partName).sorted().collect(Collectors.joining(",")));
        }
        return words;
    }
}
