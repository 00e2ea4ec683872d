package org.footbridge.directory.capacity;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service's room as readers see it. */
@Schema(
        name = "Capacity",
        description =
                "A service's room. What was confirmed more than 14 days ago is `stale`: ask before relying on it.")
public record CapacityView(
        @Schema(
                required = true,
                description =
                        "HAS_CAPACITY, NO_CAPACITY, WAITLIST, ASSESSMENT_REQUIRED, or UNKNOWN where nobody has said."
                                + " More values may come.",
                maxLength = 30,
                examples = "HAS_CAPACITY")
        String status,

        @Schema(minimum = "0", description = "Places that are free; absent where unknown.")
        Integer available,

        @Schema(minimum = "0", description = "Expected wait in days; absent where unknown.")
        Integer waitDays,

        @Schema(description = "When the agency said so; absent where nobody has.")
        Instant confirmedAt,

        @Schema(required = true) boolean stale,

        @Schema(minimum = "0", description = "How many wait already; absent where unknown.")
        Integer waiting,

        @Schema(description = "The day on which whoever waits hears again; absent where nobody has said.")
        LocalDate checkInOn) {
    /** The status of which nobody has said anything. */
    public static final String UNKNOWN = "UNKNOWN";
}
