package org.footbridge.notification.mail;

import java.time.Instant;

/**
 * How telling went, over all people and channels of a notice.
 *
 * @param failed whether something has to be tried again
 * @param reached whether somebody was told by something that makes a noise
 * @param restUntil when the first quiet hours are over that something waits for, {@code null} where nothing does
 */
record Told(boolean failed, boolean reached, Instant restUntil) {
    static final Told DONE = new Told(false, false, null);
    static final Told REACHED = new Told(false, true, null);
    static final Told FAILED = new Told(true, false, null);

    static Told later(Instant until) {
        return new Told(false, false, until);
    }

    Told and(Told other) {
        return new Told(failed || other.failed, reached || other.reached, earlier(restUntil, other.restUntil));
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
