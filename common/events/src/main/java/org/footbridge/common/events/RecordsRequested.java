package org.footbridge.common.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A family wants to see what the school keeps of a student, or to have it set right. Neither the student nor what is asked for:
 * the coordinators read it at the API.
 *
 * @param id the request
 * @param kind what is asked for
 */
public record RecordsRequested(UUID id, Kind kind, Instant requestedAt) implements EventPayload {

    /** Which of the two rights. */
    public enum Kind {
        ACCESS,
        AMENDMENT
    }
}
