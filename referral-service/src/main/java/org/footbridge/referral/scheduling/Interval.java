package org.footbridge.referral.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time without its end. */
record Interval(Instant from, Instant until) {

    boolean contains(Interval other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    static Interval of(Instant from, int minutes) {
        return new Interval(from, from.plus(Duration.ofMinutes(minutes)));
    }

    /** In order, those that touch joined. */
    static List<Interval> joined(List<Interval> all) {
        List<Interval> sorted =
                all.stream().sorted(Comparator.comparing(Interval::from)).toList();
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.from.isAfter(last.until)) {
                joined.add(next);
            } else {
                joined.set(joined.size() - 1, new Interval(last.from, later(last.until, next.until)));
            }
        }
        return joined;
    }

    /** What is in both. */
    static List<Interval> both(List<Interval> ones, List<Interval> others) {
        List<Interval> both = new ArrayList<>();
        for (Interval one : ones) {
            for (Interval other : others) {
                Instant from = later(one.from, other.from);
                Instant until = one.until.isBefore(other.until) ? one.until : other.until;
                if (from.isBefore(until)) {
                    both.add(new Interval(from, until));
                }
            }
        }
        return joined(both);
    }

    /** What is left of the free time. */
    static List<Interval> without(List<Interval> free, List<Interval> busy) {
        List<Interval> left = free;
        for (Interval taken : busy) {
            left = left.stream()
                    .flatMap(interval -> interval.without(taken).stream())
                    .toList();
        }
        return left;
    }

    private List<Interval> without(Interval taken) {
        if (!taken.from.isBefore(until) || !taken.until.isAfter(from)) {
            return List.of(this);
        }
        List<Interval> left = new ArrayList<>();
        if (from.isBefore(taken.from)) {
            left.add(new Interval(from, taken.from));
        }
        if (taken.until.isBefore(until)) {
            left.add(new Interval(taken.until, until));
        }
        return left;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
