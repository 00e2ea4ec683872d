package org.footbridge.notification.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much is on its way again. */
@Schema(name = "WebhookRepair", description = "How many deliveries are on their way.", examples = """
                {"deliveries": 42, "more": false}
                """)
public record RepairResponse(
        @Schema(required = true, minimum = "0", maximum = "10000")
        int deliveries,

        @Schema(required = true, description = "True where there is more than one call repairs; ask again.")
        boolean more) {

    static RepairResponse of(int deliveries) {
        return new RepairResponse(deliveries, deliveries == RepairService.MOST_AT_ONCE);
    }
}
