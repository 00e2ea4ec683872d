package org.footbridge.notification.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How deliveries to an endpoint have gone. */
@Schema(
        name = "WebhookStatistics",
        description = "Figures of the last 24 hours, and how the endpoint is doing now.",
        examples = """
                {"since": "2026-11-01T15:00:00Z", "delivered": 310, "failed": 0, "pending": 2, "attempts": 315,
                 "failedAttempts": 3, "latencyMsP50": 41, "latencyMsP95": 120, "latencyMsP99": 480,
                 "oldestPendingAt": "2026-11-02T14:59:30Z", "failuresInARow": 0}
                """)
public record StatisticsResponse(
        @Schema(required = true) Instant since,
        @Schema(required = true, minimum = "0") long delivered,

        @Schema(required = true, minimum = "0", description = "Ended without arriving, for whatever reason.")
        long failed,

        @Schema(required = true, minimum = "0", description = "Still on their way, whenever they began.")
        long pending,

        @Schema(required = true, minimum = "0") long attempts,
        @Schema(required = true, minimum = "0") long failedAttempts,
        @Schema(minimum = "0") Long latencyMsP50,
        @Schema(minimum = "0") Long latencyMsP95,
        @Schema(minimum = "0") Long latencyMsP99,
        Instant oldestPendingAt,
        @Schema(required = true, minimum = "0") int failuresInARow,

        @Schema(description = "Its first failure after its last success.")
        Instant failingSince,

        @Schema(description = "It is left alone until then: it failed too often in a row, or asked for it.")
        Instant heldUntil) {}
