package org.footbridge.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what arrives by itself: events take milliseconds, mails a little longer. */
public final class Patience {
    private static final long LOOK_EVERY_MILLIS = 100;

    private Patience() {}

    /** Looks again and again until there is something, and fails with what was waited for. */
    public static <T> T await(String what, Duration patience, Supplier<Optional<T>> look) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new StoryFailed("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            pause(LOOK_EVERY_MILLIS);
        }
    }

    /** Waits for a point in time. */
    public static void until(Instant time) {
        long millis = Duration.between(Instant.now(), time).toMillis();
        if (millis >= 0) {
            pause(millis + 1);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        }
    }
}
