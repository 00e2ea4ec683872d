package org.footbridge.referral.scheduling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.footbridge.referral.placement.BookedTimes;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.Side;
import org.footbridge.referral.schoolday.SchoolCalendarService;
import org.footbridge.referral.schoolday.SchoolDays;

/** When both sides of a placement have time and nothing else is booked for the student or for whoever sees him or her. */
@ApplicationScoped
class FreeTime {
    private final SchedulingRepository plans;
    private final BookedTimes booked;
    private final SchoolCalendarService calendars;
    private final ObjectMapper json;

    FreeTime(SchedulingRepository plans, BookedTimes booked, SchoolCalendarService calendars, ObjectMapper json) {
        this.plans = plans;
        this.booked = booked;
        this.calendars = calendars;
        this.json = json;
    }

    /**
     * Free time in its order.
     *
     * @param missing the sides that have not said when they have time; then nothing is free
     */
    record Found(List<Interval> free, Set<Side> missing) {

        boolean holds(Interval time) {
            return free.stream().anyMatch(interval -> interval.contains(time));
        }
    }

    Uni<Found> of(Party party, Interval asked, String staff) {
        return calendars
                .days(party.tenantId(), party.file().referral().schoolId())
                .chain(days -> plans.ofPlacement(party.placement().id())
                        .chain(set -> booked.during(party, staff, asked.from(), asked.until())
                                .map(busy -> found(set, days, asked, busy))));
    }

    private Found found(List<Availability> set, SchoolDays days, Interval asked, List<BookedTimes.Taken> busy) {
        Set<Side> missing = EnumSet.allOf(Side.class);
        List<Interval> free = List.of(asked);
        for (Availability each : set) {
            missing.remove(each.side());
            Set<java.time.LocalDate> holidays = each.side() == Side.SCHOOL ? days.daysOff() : Set.of();
            free = Interval.both(free, document(each).plan(holidays).within(asked));
        }
        List<Interval> taken = new ArrayList<>();
        busy.forEach(time -> taken.add(new Interval(time.from(), time.until())));
        return new Found(missing.isEmpty() ? Interval.without(free, taken) : List.of(), missing);
    }

    AvailabilityDocument document(Availability set) {
        try {
            return json.readValue(set.plan(), AvailabilityDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the availability of a placement cannot be read", e);
        }
    }

    String write(AvailabilityDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an availability cannot be written", e);
        }
    }
}
