package org.footbridge.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What one family looks for: words, a place with a distance, and three filters.
 *
 * @param words of the directory's own, each there, so that they are looked for as they stand
 */
record DirectorySearch(
        String words, double latitude, double longitude, int within, String language, String insurance, int age) {
    /** Items of a page; one more is read to know whether there is a next one. */
    static final int PAGE = 50;

    private static final int COUNT = 500;
    private static final double LATITUDE = 39.83;
    private static final double LONGITUDE = -98.58;
    /** Most of the seeded square of four degrees. */
    private static final double SPREAD = 3.4;

    private static final double THOUSANDTH = 1000;
    private static final List<String> WORDS = List.of(
            "grief group",
            "family therapy",
            "skills group",
            "individual counseling",
            "substance counseling",
            "trauma therapy",
            "mentoring teens",
            "psychological assessment",
            "depression children",
            "anxiety teens");
    private static final List<Integer> DISTANCES = List.of(15, 25, 40);
    private static final List<String> LANGUAGES = List.of("es", "es", "vi", "en");
    private static final List<String> INSURANCES = List.of("private", "chip", "medicaid", "sliding");

    /** The same ones in each run. */
    static List<DirectorySearch> all() {
        Random random = new Random(COUNT);
        List<DirectorySearch> searches = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            searches.add(new DirectorySearch(
                    WORDS.get(i % WORDS.size()),
                    around(LATITUDE, random),
                    around(LONGITUDE, random),
                    DISTANCES.get(random.nextInt(DISTANCES.size())),
                    LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                    INSURANCES.get(random.nextInt(INSURANCES.size())),
                    random.nextInt(5, 18)));
        }
        return searches;
    }

    String path() {
        return "/api/v1/directory/search?q=" + words.replace(' ', '+') + "&near="
                + BigDecimal.valueOf(latitude).toPlainString() + ","
                + BigDecimal.valueOf(longitude).toPlainString() + "&within=" + within + "&language=" + language
                + "&insurance=" + insurance + "&age=" + age;
    }

    private static double around(double middle, Random random) {
        return Math.round((middle + (random.nextDouble() - 0.5) * SPREAD) * THOUSANDTH) / THOUSANDTH;
    }
}
