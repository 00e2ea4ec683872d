package org.footbridge.notification.inbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.events.EventType;
import org.footbridge.notification.preference.NoticeTopic;

/** One notice as its reader sees it. */
@Schema(
        name = "Notification",
        description =
                "Something happened with a referral. Says no more than that: follow the referral, which decides anew"
                        + " whether you may read it.",
        examples =
                "{\"id\": \"01980000-0000-7000-8000-000000000701\", \"sequence\": 42, \"topic\": \"PROGRESS\", \"type\":"
                        + " \"referral.accepted.v1\", \"title\": \"News about a student support request\", \"language\": \"en\","
                        + " \"referralId\": \"01980000-0000-7000-8000-000000000101\", \"placementId\":"
                        + " \"01980000-0000-7000-8000-000000000201\", \"createdAt\": \"2026-10-02T09:30:00Z\"}")
record NotificationResponse(
        UUID id,

        @Schema(description = "Counts up in your inbox without a gap.", minimum = "1", examples = "42")
        long sequence,

        NoticeTopic topic,

        @Schema(maxLength = 100, examples = "referral.accepted.v1", description = "Open for more.")
        String type,

        @Schema(maxLength = 200, examples = "News about a student support request")
        String title,

        @Schema(maxLength = 35, description = "Of the title.", examples = "en")
        String language,

        UUID referralId,
        @Schema(description = "Where it concerns one.") UUID placementId,
        Instant createdAt,

        @Schema(description = "Not there while it is unread.")
        Instant readAt) {

    static NotificationResponse of(InboxItem item, String title) {
        return new NotificationResponse(
                item.id(),
                item.sequence(),
                item.topic(),
                EventType.of(item.eventType()).map(EventType::publicName).orElse(item.eventType()),
                title,
                item.language(),
                item.referralId(),
                item.placementId(),
                item.createdAt(),
                item.readAt());
    }
}
