package org.footbridge.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as its agency sees it. */
@Schema(name = "WebhookDelivery", description = "One event on its way to one endpoint.", examples = """
                {"id": "01980000-0000-7000-8000-0000000000d7", "webhookId": "01980000-0000-7000-8000-0000000000f1",
                 "type": "referral.sent.v1", "placementId": "01980000-0000-7000-8000-0000000000b1",
                 "state": "DELIVERED", "createdAt": "2026-11-02T15:00:00Z", "finishedAt": "2026-11-02T15:00:06Z",
                 "attempts": [
                  {"number": 1, "startedAt": "2026-11-02T15:00:00Z", "latencyMs": 31, "status": 500,
                   "error": "HTTP_500", "response": "try later"},
                  {"number": 2, "startedAt": "2026-11-02T15:00:06Z", "latencyMs": 24, "status": 204}]}
                """)
public record DeliveryResponse(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The `webhook-id`, the same in every attempt.")
        UUID webhookId,

        @Schema(required = true, maxLength = 100) String type,

        @Schema(description = "The placement that it is about; missing on a ping.")
        UUID placementId,

        @Schema(required = true, description = "Readers accept further states.")
        DeliveryState state,

        @Schema(required = true) Instant createdAt,
        @Schema(description = "When it is tried next.") Instant nextAttemptAt,
        @Schema(description = "When it came to its end.") Instant finishedAt,

        @Schema(description = "When its content was taken away.")
        Instant expungedAt,

        @JsonRawValue
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "What is posted; only where one delivery is read, and missing once it was expunged or the agency's"
                                + " access has ended.")
        String payload,

        @Schema(required = true, maxItems = 100) List<AttemptResponse> attempts) {

    /** One call of the endpoint. */
    @Schema(name = "WebhookAttempt", description = "One call of the endpoint and what came of it.")
    public record AttemptResponse(
            @Schema(required = true, minimum = "1") int number,
            @Schema(required = true) Instant startedAt,
            @Schema(required = true, minimum = "0") int latencyMs,

            @Schema(
                    minimum = "100",
                    maximum = "999",
                    description = "The HTTP status; missing where there was no answer.")
            Integer status,

            @Schema(
                    maxLength = 50,
                    description = "What went wrong, for example TIMEOUT, REDIRECT or HTTP_500; missing on success.")
            String error,

            @Schema(maxLength = 2048, description = "The beginning of the answer's body.")
            String response) {

        static AttemptResponse from(Attempt attempt) {
            return new AttemptResponse(
                    attempt.key().number(),
                    attempt.startedAt(),
                    attempt.latencyMs(),
                    attempt.status(),
                    attempt.errorCode(),
                    attempt.response());
        }
    }

    static DeliveryResponse from(Delivery delivery, List<Attempt> attempts) {
        return of(delivery, null, attempts);
    }

    /** With what is posted. */
    static DeliveryResponse whole(Delivery delivery, List<Attempt> attempts) {
        return of(delivery, delivery.body(), attempts);
    }

    private static DeliveryResponse of(Delivery delivery, String payload, List<Attempt> attempts) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.placementId(),
                delivery.state(),
                delivery.createdAt(),
                delivery.dueAt(),
                delivery.finishedAt(),
                delivery.expungedAt(),
                payload,
                attempts.stream().map(AttemptResponse::from).toList());
    }
}
