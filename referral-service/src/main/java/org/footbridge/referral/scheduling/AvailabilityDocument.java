package org.footbridge.referral.scheduling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.referral.OneOf;

/** When one side of a placement has time, as it is sent and as it is read. */
@Schema(
        name = "Availability",
        description =
                "When one side has time. The school's holidays are left out by themselves; nothing set means no time.")
public record AvailabilityDocument(
        @Schema(description = "IANA time zone in which the hours are meant.", examples = "America/Chicago")
        @NotBlank
        @Size(max = 60)
        String zone,

        @Schema(description = "Hours of the week.") @NotNull @Size(max = 50)
        List<@NotNull @Valid Window> weekly,

        @Schema(description = "Days without any time: exams, holidays.") @Size(max = 400)
        List<@NotNull LocalDate> blackouts) {

    /** Hours of one day of the week. */
    @Schema(name = "AvailabilityWindow")
    public record Window(
            @Schema(implementation = DayOfWeek.class, type = SchemaType.STRING, required = true)
            @NotNull
            @OneOf(DayOfWeek.class)
            String day,

            @Schema(examples = "14:00") @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
            String from,

            @Schema(examples = "15:30") @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
            String until) {

        private WeeklyPlan.Window window() {
            return new WeeklyPlan.Window(DayOfWeek.valueOf(day), LocalTime.parse(from), LocalTime.parse(until));
        }
    }

    static AvailabilityDocument none(ZoneId zone) {
        return new AvailabilityDocument(zone.getId(), List.of(), List.of());
    }

    /**
     * Checks what the annotations cannot see.
     *
     * @throws Problem 422 with every fault
     */
    void check() {
        List<Fault> faults = new ArrayList<>();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            faults.add(new Fault("/zone", "unknown-zone", "must be an IANA time zone"));
        }
        for (int i = 0; i < weekly.size(); i++) {
            WeeklyPlan.Window window = weekly.get(i).window();
            if (!window.from().isBefore(window.until())) {
                faults.add(new Fault("/weekly/" + i + "/until", "before-from", "must be after from, on the same day"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }

    /** The plan, with days without time that others have set. */
    @JsonIgnore
    WeeklyPlan plan(Set<LocalDate> holidays) {
        Set<LocalDate> days = new HashSet<>(holidays);
        days.addAll(blackouts == null ? List.of() : blackouts);
        return new WeeklyPlan(
                ZoneId.of(zone), weekly.stream().map(Window::window).toList(), days);
    }
}
