package org.footbridge.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Percentiles by the nearest-rank method, in the unit of the values. */
record Percentiles(double p50, double p99, int count) {

    static Percentiles of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? new Percentiles(Double.NaN, Double.NaN, 0)
                : new Percentiles(at(sorted, 0.50), at(sorted, 0.99), sorted.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : at(sorted, 0.50);
    }
}
