package org.footbridge.referral.holiday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Days from a first to a last one, both included: those that an import replaces, or that are asked for. */
public record Span(LocalDate from, LocalDate to) {
    private static final int MOST_YEARS = 3;

    /**
     * Reads the parameters of a request.
     *
     * @throws Problem 400 with every fault
     */
    public static Span of(LocalDate from, LocalDate to) {
        List<Fault> faults = new ArrayList<>();
        if (from == null) {
            faults.add(new Fault("query/from", "needed", "is needed: the first day"));
        }
        if (to == null) {
            faults.add(new Fault("query/to", "needed", "is needed: the last day"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(new Fault("query/to", "before-from", "must not be before from"));
        } else if (from != null && to != null && to.isAfter(from.plusYears(MOST_YEARS))) {
            faults.add(new Fault("query/to", "too-long", "must not be more than three years after from"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "These days are no span.", faults);
        }
        return new Span(from, to);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The days of the span, as a copy. */
    SortedMap<LocalDate, String> within(SortedMap<LocalDate, String> days) {
        return new TreeMap<>(days.subMap(from, to.plusDays(1)));
    }

    /** All days, with those of the span replaced. */
    public SortedMap<LocalDate, String> replace(
            SortedMap<LocalDate, String> days, SortedMap<LocalDate, String> replacement) {
        SortedMap<LocalDate, String> result = new TreeMap<>(days);
        result.subMap(from, to.plusDays(1)).clear();
        result.putAll(replacement);
        return result;
    }
}
