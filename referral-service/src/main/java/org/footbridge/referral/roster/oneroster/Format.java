package org.footbridge.referral.roster.oneroster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files and columns of OneRoster 1.2. */
final class Format {
    /** Every data file that a manifest names, in the standard's spelling. */
    static final Set<String> FILES = Set.of(
            "academicSessions",
            "categories",
            "classes",
            "classResources",
            "courses",
            "courseResources",
            "demographics",
            "enrollments",
            "lineItemLearningObjectiveIds",
            "lineItems",
            "lineItemScoreScales",
            "orgs",
            "resources",
            "resultLearningObjectiveIds",
            "results",
            "resultScoreScales",
            "roles",
            "scoreScales",
            "userProfiles",
            "userResources",
            "users");

    /** Without these there are no schools, no people or nobody who may do anything. */
    static final List<String> NEEDED = List.of("orgs", "roles", "users");

    /** Columns by file, both in their order; the files that Footbridge does not read (gradebook, resources) are not here. */
    static final Map<String, List<Column>> COLUMNS = load();

    private Format() {}

    private static Map<String, List<Column>> load() {
        try (InputStream in = Format.class.getResourceAsStream("/oneroster/columns-1.2.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Column::parse)
                    .collect(Collectors.groupingBy(Column::file, LinkedHashMap::new, Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of OneRoster columns cannot be read", e);
        }
    }
}
