package org.footbridge.directory.capacity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.Fault;

/** What an agency says of a service's room. */
@Schema(description = "What an agency says of a service's room, as of now.")
public record CapacityRequest(
        @Schema(description = "HAS_CAPACITY needs `available` >= 1; NO_CAPACITY and WAITLIST allow none.") @NotNull
        CapacityStatus status,

        @Schema(description = "Places that are free now.") @Min(0) @Max(10000)
        Integer available,

        @Schema(description = "Expected wait in days until the first visit.") @Min(0) @Max(3650)
        Integer waitDays,

        @Schema(description = "How many wait already: the place of the next one is one higher. Only with WAITLIST.")
        @Min(0)
        @Max(10000)
        Integer waiting,

        @Schema(
                description = "The day on which whoever waits hears again. Only with WAITLIST.",
                examples = "2026-12-01")
        LocalDate checkInOn) {

    /** Numbers that contradict the status. */
    List<Fault> contradictions() {
        List<Fault> faults = new ArrayList<>();
        if (status == CapacityStatus.HAS_CAPACITY && (available == null || available == 0)) {
            faults.add(new Fault("/available", "no-place-left", "A service that has room has at least one place."));
        }
        boolean full = status == CapacityStatus.NO_CAPACITY || status == CapacityStatus.WAITLIST;
        if (full && available != null && available > 0) {
            faults.add(new Fault("/available", "place-left", "A service that is full has no place."));
        }
        if (status != CapacityStatus.WAITLIST && waiting != null) {
            faults.add(new Fault("/waiting", "nobody-waits", "Only a waiting list has somebody on it."));
        }
        if (status != CapacityStatus.WAITLIST && checkInOn != null) {
            faults.add(new Fault("/checkInOn", "nobody-waits", "Only a waiting list has somebody to tell."));
        }
        return faults;
    }

    /** A full service has none, which is a number; otherwise as said. */
    Integer places() {
        boolean full = status == CapacityStatus.NO_CAPACITY || status == CapacityStatus.WAITLIST;
        return full ? Integer.valueOf(0) : available;
    }
}
