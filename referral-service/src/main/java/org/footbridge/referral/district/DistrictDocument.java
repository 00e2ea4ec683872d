package org.footbridge.referral.district;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** A district as it is sent and as it is read. */
@Schema(name = "District", description = "A school district, which is a tenant, with its settings.")
record DistrictDocument(
        @Schema(description = "Made by the service where it is not sent.")
        UUID id,

        @NotBlank @Size(max = 200) String name,

        @Schema(description = "IANA time zone.", examples = "America/Chicago") @NotBlank @Size(max = 60)
        String zone,

        @Schema(description = "Whom families may call.", examples = "+1-555-0180")
        @NotBlank
        @Pattern(regexp = "[+0-9][0-9 ().-]{2,39}")
        String phone,

        @Schema(description = "BCP 47 tags; the first one is the default.") @NotEmpty @Size(max = 30)
        List<@NotNull @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") @Size(max = 35) String> languages,

        @Schema(description = "Figures of fewer people are suppressed.") @NotNull @Min(5) @Max(1000)
        Integer minimumCell,

        @Schema(description = "ISO 3166 code.", examples = "US-KS") @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?")
        String jurisdiction,

        @Schema(description = "Whether birth dates are taken from the school system.", defaultValue = "true")
        Boolean importBirthDates,

        @Valid Calendar calendar,

        @Schema(description = "Local lines, told in every crisis after 988 and 911.") @Size(max = 10)
        List<@NotNull @Valid CrisisLine> crisisLines) {
    /** Of each list: ten years of both fit. */
    static final int MOST_HOLIDAYS = 1000;

    /** The days off, beside Saturdays and Sundays. */
    @Schema(
            name = "DistrictCalendar",
            examples = "{\"holidays\": [{\"date\": \"2026-12-23\", \"name\": \"Winter break\"}],"
                    + " \"publicHolidays\": [{\"date\": \"2026-12-25\", \"name\": \"Christmas Day\"}]}")
    record Calendar(
            @Schema(description = "The schools are closed: no school days, but business days.")
            @Size(max = MOST_HOLIDAYS)
            List<@NotNull @Valid Holiday> holidays,

            @Schema(description = "Nobody works: neither school days nor business days.") @Size(max = MOST_HOLIDAYS)
            List<@NotNull @Valid Holiday> publicHolidays) {}

    /** One day off. */
    @Schema(name = "Holiday")
    record Holiday(
            @NotNull LocalDate date,
            @NotBlank @Size(max = 100) String name) {}

    static DistrictDocument from(DistrictSettings settings) {
        return new DistrictDocument(
                settings.id(),
                settings.name(),
                settings.zone().getId(),
                settings.phone(),
                settings.languages(),
                settings.minimumCell(),
                settings.jurisdiction(),
                settings.importBirthDates(),
                new Calendar(holidays(settings.holidays()), holidays(settings.publicHolidays())),
                settings.crisisLines());
    }

    private static List<Holiday> holidays(SortedMap<LocalDate, String> days) {
        return days.entrySet().stream()
                .map(day -> new Holiday(day.getKey(), day.getValue()))
                .toList();
    }

    /**
     * The settings that a valid document describes.
     *
     * @throws Problem 422 with every fault that the annotations cannot see
     */
    DistrictSettings settings(UUID idWhereMissing) {
        List<Fault> faults = new ArrayList<>();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            faults.add(new Fault("/zone", "unknown-zone", "must be an IANA time zone"));
        }
        Calendar days = calendar == null ? new Calendar(null, null) : calendar;
        SortedMap<LocalDate, String> holidays = days("holidays", days.holidays(), faults);
        SortedMap<LocalDate, String> publicHolidays = days("publicHolidays", days.publicHolidays(), faults);
        List<CrisisLine> lines = crisisLines == null ? List.of() : crisisLines;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).canBeReached()) {
                faults.add(new Fault("/crisisLines/" + i, "needed", "must have call, text or chat"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, "The district cannot be set up so.", faults);
        }
        return new DistrictSettings(
                id == null ? idWhereMissing : id,
                name,
                ZoneId.of(zone),
                phone,
                languages,
                minimumCell,
                jurisdiction,
                importBirthDates == null || importBirthDates,
                holidays,
                publicHolidays,
                lines);
    }

    private static SortedMap<LocalDate, String> days(String member, List<Holiday> sent, List<Fault> faults) {
        List<Holiday> holidays = sent == null ? List.of() : sent;
        SortedMap<LocalDate, String> days = new TreeMap<>();
        Set<LocalDate> twice = new HashSet<>();
        for (int i = 0; i < holidays.size(); i++) {
            if (days.put(holidays.get(i).date(), holidays.get(i).name()) != null
                    && twice.add(holidays.get(i).date())) {
                faults.add(new Fault(
                        "/calendar/" + member + "/" + i + "/date", "duplicate", "stands in the list already"));
            }
        }
        return days;
    }
}
