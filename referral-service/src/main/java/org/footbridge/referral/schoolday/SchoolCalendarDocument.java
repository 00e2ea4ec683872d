package org.footbridge.referral.schoolday;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** A school's calendar as it is sent and as it is read. */
@Schema(
        name = "SchoolCalendar",
        description = "Where a school differs from its district. Everything else follows the district's calendar.",
        examples = "{\"closures\": [{\"date\": \"2026-10-02\", \"name\": \"Heating broken\"}], \"openDays\":"
                + " [{\"date\": \"2026-10-10\", \"name\": \"Made up on a Saturday\"}]}")
record SchoolCalendarDocument(
        @Schema(required = true, description = "Days off of this school alone.") @NotNull @Size(max = MOST)
        List<@NotNull @Valid Day> closures,

        @Schema(
                required = true,
                description =
                        "Days that this school works although the district has off, Saturdays and Sundays among them.")
        @NotNull
        @Size(max = MOST)
        List<@NotNull @Valid Day> openDays) {
    static final int MOST = 400;
    static final SchoolCalendarDocument NONE = new SchoolCalendarDocument(List.of(), List.of());

    /** One day. */
    @Schema(name = "SchoolCalendarDay")
    record Day(
            @Schema(required = true) @NotNull LocalDate date,

            @Schema(required = true) @NotBlank @Size(max = 100)
            String name) {}

    /**
     * Checks what the annotations cannot see.
     *
     * @throws Problem 422 with every fault
     */
    void check() {
        List<Fault> faults = new ArrayList<>();
        Set<LocalDate> known = new HashSet<>();
        check("/closures/", closures, known, faults);
        check("/openDays/", openDays, known, faults);
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }

    private static void check(String place, List<Day> days, Set<LocalDate> known, List<Fault> faults) {
        for (int i = 0; i < days.size(); i++) {
            if (!known.add(days.get(i).date())) {
                faults.add(new Fault(place + i + "/date", "duplicate", "stands in one of the lists already"));
            }
        }
    }

    Set<LocalDate> closed() {
        return dates(closures);
    }

    Set<LocalDate> open() {
        return dates(openDays);
    }

    private static Set<LocalDate> dates(List<Day> days) {
        return days.stream().map(Day::date).collect(Collectors.toSet());
    }

    SortedMap<LocalDate, String> closureNames() {
        SortedMap<LocalDate, String> names = new TreeMap<>();
        closures.forEach(day -> names.put(day.date(), day.name()));
        return names;
    }

    /** With other closures. A day that the school has opened by name stays open. */
    SchoolCalendarDocument withClosures(SortedMap<LocalDate, String> days) {
        Set<LocalDate> open = open();
        return new SchoolCalendarDocument(
                days.entrySet().stream()
                        .filter(day -> !open.contains(day.getKey()))
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                openDays);
    }
}
