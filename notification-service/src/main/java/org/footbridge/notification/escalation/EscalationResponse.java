package org.footbridge.notification.escalation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a crisis stands, as far as telling goes. */
@Schema(
        name = "Escalation",
        description = "A crisis that is told to one after the other until somebody has it in hand.",
        examples = "{\"referralId\": \"01980000-0000-7000-8000-000000000101\", \"level\": 1, \"raisedAt\":"
                + " \"2026-10-01T14:05:00Z\", \"nextAt\": \"2026-10-01T14:25:00Z\"}")
record EscalationResponse(
        UUID referralId,

        @Schema(minimum = "0", maximum = "100", description = "Whose turn it is in the on-call chain, from 0.")
        int level,

        Instant raisedAt,

        @Schema(description = "When it is the next one's turn; not there once it is acknowledged.")
        Instant nextAt,

        @Schema(description = "When somebody said that he or she has it in hand.")
        Instant acknowledgedAt) {

    static EscalationResponse of(UUID referral, Escalation escalation) {
        return new EscalationResponse(
                referral, escalation.level(), escalation.raisedAt(), escalation.nextAt(), escalation.acknowledgedAt());
    }
}
