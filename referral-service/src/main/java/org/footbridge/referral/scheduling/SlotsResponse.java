package org.footbridge.referral.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.placement.Side;

/** Times that would suit both sides. */
@Schema(description = "Times that suit both sides, earliest first. At most 200: ask for fewer days to see more.")
public record SlotsResponse(
        @Schema(maxItems = 200) List<Slot> items,

        @Schema(maxItems = 2, description = "The sides that have not said when they have time; then there is none.")
        List<Side> missing) {
    private static final int MOST = 200;
    private static final long GRID = Duration.ofMinutes(15).toSeconds();

    /** One time. */
    public record Slot(Instant startsAt, Instant endsAt) {}

    static SlotsResponse of(FreeTime.Found found, Instant now, int minutes) {
        List<Slot> slots = new ArrayList<>();
        long step = (minutes * 60L + GRID - 1) / GRID * GRID;
        for (Interval free : found.free()) {
            Instant start = onGrid(free.from().isBefore(now) ? now : free.from());
            while (slots.size() < MOST && free.contains(Interval.of(start, minutes))) {
                slots.add(new Slot(start, Interval.of(start, minutes).until()));
                start = start.plusSeconds(step);
            }
        }
        return new SlotsResponse(slots, List.copyOf(found.missing()));
    }

    private static Instant onGrid(Instant time) {
        long seconds = time.getEpochSecond() + (time.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond((seconds + GRID - 1) / GRID * GRID);
    }
}
