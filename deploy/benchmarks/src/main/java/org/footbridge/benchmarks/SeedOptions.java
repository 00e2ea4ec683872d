package org.footbridge.benchmarks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.footbridge.benchmarks.seed.SeedPlan;

/**
 * What a bench that seeds was asked for.
 *
 * @param fresh throw the data of earlier runs away first
 */
record SeedOptions(SeedPlan plan, boolean fresh) {
    static final String USAGE =
            "deploy/bench seed [--referrals N] [--services M] [--locations L] [--seed S] [--today YYYY-MM-DD] [--fresh]";

    private static final int MOST_REFERRALS = 10_000_000;
    private static final int MOST_SERVICES = 1_000_000;
    private static final IntUnaryOperator ONE_OF_EACH_ORGANIZATION = services -> 0;

    /** @throws BadOptions when the words are not understood */
    static SeedOptions parse(String... words) {
        return parse(10_000, 1_000, ONE_OF_EACH_ORGANIZATION, words);
    }

    /** The same, with a million referrals where the words do not say how many. */
    static SeedOptions ofAMillion(String... words) {
        return parse(1_000_000, 1_000, ONE_OF_EACH_ORGANIZATION, words);
    }

    /** The same, with a large directory beside few referrals. */
    static SeedOptions ofADirectory(String... words) {
        return parse(1_000, 100_000, services -> services / 5 * 3, words);
    }

    private static SeedOptions parse(
            int usualReferrals, int usualServices, IntUnaryOperator usualLocations, String... words) {
        int referrals = usualReferrals;
        int services = usualServices;
        Integer locations = null;
        long seed = 42;
        LocalDate today = LocalDate.of(2026, 11, 1);
        boolean fresh = false;
        Iterator<String> rest = List.of(words).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--referrals" -> referrals = (int) number(option, rest, 1, MOST_REFERRALS);
                case "--services" -> services = (int) number(option, rest, 1, MOST_SERVICES);
                case "--locations" -> locations = (int) number(option, rest, 1, MOST_SERVICES);
                case "--seed" -> seed = number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--today" -> today = date(option, rest);
                case "--fresh" -> fresh = true;
                default -> throw new BadOptions("there is no option '" + option + "': " + USAGE);
            }
        }
        int places = locations == null ? usualLocations.applyAsInt(services) : locations;
        return new SeedOptions(new SeedPlan(referrals, services, places, seed, today), fresh);
    }

    private static long number(String option, Iterator<String> rest, long least, long most) {
        String word = value(option, rest);
        try {
            long number = Long.parseLong(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadOptions(option + " takes a whole number, not '" + word + "'", e);
        }
        throw new BadOptions("%s takes a number from %d to %d, not %s".formatted(option, least, most, word));
    }

    private static LocalDate date(String option, Iterator<String> rest) {
        String word = value(option, rest);
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new BadOptions(option + " takes a date such as 2026-11-01, not '" + word + "'", e);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new BadOptions(option + " needs a value: " + USAGE);
        }
        return rest.next();
    }
}
