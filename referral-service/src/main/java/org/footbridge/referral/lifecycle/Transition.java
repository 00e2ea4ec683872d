package org.footbridge.referral.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of a machine, as the history keeps it.
 *
 * @param from the state before, {@code null} for the first one
 */
public record Transition(Kind kind, UUID subjectId, String from, String to, Actor actor, Instant at, Reason reason) {

    /** Which machine took the step. */
    public enum Kind {
        REFERRAL,
        PLACEMENT,
        APPOINTMENT
    }

    /** Why: a code, and words that stay in the history and never travel. Both may be {@code null}. */
    public record Reason(String code, String note) {
        public static final Reason NONE = new Reason(null, null);

        public static Reason code(Enum<?> code) {
            return new Reason(code.name(), null);
        }

        public static Reason note(String note) {
            return new Reason(null, note);
        }
    }
}
