package org.footbridge.feedback.kpi;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/**
 * What was asked for.
 *
 * @param from first day, {@code null} for 365 days up to {@code to}
 * @param to last day, {@code null} for today
 * @param groupBy {@code null} for the total alone
 */
record ClosedLoopsQuery(LocalDate from, LocalDate to, GroupBy groupBy) {

    /**
     * Reads the parameters.
     *
     * @throws Problem 400 that names all faults at once
     */
    static ClosedLoopsQuery parse(String from, String to, String groupBy) {
        List<Fault> faults = new ArrayList<>();
        LocalDate first = day("from", from, faults);
        LocalDate last = day("to", to, faults);
        if (first != null && last != null && first.isAfter(last)) {
            faults.add(new Fault("query/from", "after-to", "The first day must not be after the last."));
        }
        GroupBy dimension = dimension(groupBy, faults);
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "Correct the parameters.", faults);
        }
        return new ClosedLoopsQuery(first, last, dimension);
    }

    private static LocalDate day(String parameter, String value, List<Fault> faults) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            faults.add(new Fault("query/" + parameter, "not-a-date", "A date such as 2026-09-01 is expected."));
            return null;
        }
    }

    private static GroupBy dimension(String value, List<Fault> faults) {
        if (value == null) {
            return null;
        }
        return GroupBy.of(value).orElseGet(() -> {
            String known =
                    Arrays.stream(GroupBy.values()).map(GroupBy::parameter).collect(Collectors.joining(", "));
            faults.add(new Fault("query/groupBy", "not-a-dimension", "One of " + known + " is expected."));
            return null;
        });
    }
}
