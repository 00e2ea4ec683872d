package org.footbridge.benchmarks.seed;

/** The states of decision 1. */
enum PlacementState {
    SENT,
    ACKNOWLEDGED,
    NEEDS_INFO,
    WAITLISTED,
    ACCEPTED,
    SCHEDULED,
    IN_SERVICE,
    ON_HOLD,
    COMPLETED,
    DECLINED,
    COULD_NOT_CONTACT,
    CANCELLED,
    ENDED_NOT_SERVED,
    ACCESS_REVOKED,
    ENTERED_IN_ERROR;

    boolean isEnd() {
        return compareTo(COMPLETED) >= 0;
    }

    /** Ends that take the agency's right to read with them: every one without service. */
    boolean closesAccess() {
        return isEnd() && this != COMPLETED;
    }

    /** Ends that the provider itself told as what became of the student. */
    boolean closesLoop() {
        return this == COMPLETED || this == ENDED_NOT_SERVED;
    }
}
