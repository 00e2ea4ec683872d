package org.footbridge.benchmarks.seed;

import java.util.Map;

/**
 * What stands in the databases now.
 *
 * @param alreadyThere whether an earlier run did it; rows and seconds are that run's
 */
public record SeedReport(
        boolean alreadyThere,
        long rows,
        double seconds,
        Map<String, Long> referrals,
        Map<String, Long> placements,
        String checksum) {}
