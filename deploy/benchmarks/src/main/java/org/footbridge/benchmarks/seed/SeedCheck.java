package org.footbridge.benchmarks.seed;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what the services say of the same things, per state. */
final class SeedCheck {
    private static final String REFERRALS = "select state, count(*) from referral group by state";
    private static final String FACTS = "select state, count(*) from referral_fact group by state";
    private static final String PLACEMENTS = """
            select state || case when access_open then ' open' else ' closed' end, count(*) from placement group by 1
            """;
    private static final String ACCESSES = """
            select state || case when open then ' open' else ' closed' end, count(*) from placement_access group by 1
            """;
    private static final String PROVIDED = """
            select coalesce(capacity_status, 'UNKNOWN') || case when active then ' active' else ' inactive' end, count(*)
            from provider_service group by 1
            """;
    private static final String LISTED = """
            select coalesce(c.status, 'UNKNOWN') || ' ' || s.status, count(*)
            from services s join service_capacities c on c.service_id = s.id group by 1
            """;
    private static final String SEQUENCES = """
            select 'sum', sum(s.last)::bigint from referral r join aggregate_sequence s on s.subject = r.id
            """;
    private static final String SEQUENCES_OF_FACTS = "select 'sum', sum(sequence)::bigint from referral_fact";

    private final Databases databases;

    SeedCheck(Databases databases) {
        this.databases = databases;
    }

    /** The same figures as two services have them. */
    record Comparison(String what, Side left, Side right) {
        List<String> differences() {
            List<String> found = new ArrayList<>();
            TreeSet<String> keys = new TreeSet<>(left.counts().keySet());
            keys.addAll(right.counts().keySet());
            for (String key : keys) {
                long one = left.counts().getOrDefault(key, 0L);
                long other = right.counts().getOrDefault(key, 0L);
                if (one != other) {
                    found.add("%s %s: %s has %d, %s has %d"
                            .formatted(what, key, left.service(), one, right.service(), other));
                }
            }
            return found;
        }
    }

    /** Figures by state. */
    record Side(String service, Map<String, Long> counts) {}

    /**
     * Reads and compares everything.
     *
     * @throws SeedException that tells each difference
     */
    void run(SeedPlan plan) throws SQLException {
        Side referrals = new Side("referral", Counts.of(databases.referral(), REFERRALS));
        require(List.of(
                new Comparison("referrals", referrals, new Side("feedback", Counts.of(databases.feedback(), FACTS))),
                new Comparison(
                        "placements",
                        new Side("referral", Counts.of(databases.referral(), PLACEMENTS)),
                        new Side("notification", Counts.of(databases.notification(), ACCESSES))),
                new Comparison(
                        "services",
                        new Side("directory", Counts.of(databases.directory(), LISTED)),
                        new Side("referral", Counts.of(databases.referral(), PROVIDED))),
                new Comparison(
                        "sequences",
                        new Side("referral", Counts.of(databases.referral(), SEQUENCES)),
                        new Side("feedback", Counts.of(databases.feedback(), SEQUENCES_OF_FACTS))),
                new Comparison(
                        "referrals", new Side("the plan", Map.of("all", (long) plan.referrals())), total(referrals))));
    }

    static void require(List<Comparison> comparisons) {
        List<String> differences = comparisons.stream()
                .flatMap(comparison -> comparison.differences().stream())
                .toList();
        if (!differences.isEmpty()) {
            throw new SeedException("the services differ: " + String.join("; ", differences));
        }
    }

    /** Referrals by state, for the report. */
    Map<String, Long> referrals() throws SQLException {
        return Counts.of(databases.referral(), REFERRALS);
    }

    /** Placements by state, for the report. */
    Map<String, Long> placements() throws SQLException {
        return Counts.of(databases.referral(), "select state, count(*) from placement group by state");
    }

    private static Side total(Side side) {
        long sum = side.counts().values().stream().mapToLong(Long::longValue).sum();
        return new Side(side.service(), new TreeMap<>(Map.of("all", sum)));
    }
}
