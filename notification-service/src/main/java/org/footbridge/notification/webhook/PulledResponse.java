package org.footbridge.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reader gets, and from where it reads on. */
@Schema(
        name = "PulledWebhookMessages",
        description = "Messages in their order. Keep the cursor once they are dealt with, and ask with it next time.",
        examples = """
                {"items": [{"webhookId": "01980000-0000-7000-8000-0000000000f1", "type": "referral.sent.v1",
                  "createdAt": "2026-11-02T15:00:00Z",
                  "payload": {"type": "referral.sent.v1", "timestamp": "2026-11-02T15:00:00Z",
                   "data": {"placementId": "01980000-0000-7000-8000-0000000000b1", "state": "SENT",
                    "links": {"placement": "/api/v1/placements/01980000-0000-7000-8000-0000000000b1"}}}}],
                 "cursor": "q80yZk1vbWVudA", "more": false}
                """)
public record PulledResponse(
        @Schema(required = true, maxItems = 200) List<Message> items,

        @Schema(required = true, maxLength = 500, description = "Reads on after these messages, also later.")
        String cursor,

        @Schema(required = true, description = "True where there is more right now.")
        boolean more) {

    /** One event as it would have been posted. */
    @Schema(name = "PulledWebhookMessage", description = "One event as it would have been posted.")
    public record Message(
            @Schema(required = true, description = "The `webhook-id`, the same as in a delivery.")
            UUID webhookId,

            @Schema(required = true, maxLength = 100) String type,
            @Schema(required = true) Instant createdAt,

            @JsonRawValue
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    type = SchemaType.OBJECT,
                    description = "The body that a delivery has; missing where it was expunged.")
            String payload) {

        static Message from(MessageRepository.Pulled pulled) {
            return new Message(pulled.eventId(), pulled.type(), pulled.createdAt(), pulled.body());
        }
    }
}
