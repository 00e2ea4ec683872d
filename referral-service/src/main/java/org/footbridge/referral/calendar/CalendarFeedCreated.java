package org.footbridge.referral.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.persistence.idempotency.OnceOnly;

/** A new feed with its address, which is shown this once. */
@Schema(description = "The new feed. Its address is shown this once.")
public record CalendarFeedCreated(
        UUID id,
        Instant createdAt,

        @Schema(description = "When its address ends by itself.")
        Instant expiresAt,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                nullable = true,
                maxLength = 200,
                description = "Relative to the gateway; null in the answer to a repeated request.",
                examples = "/calendar/0f3qN2Yw5sQ7uB1cV9xK4mZ8tR6eH2jL0aD5gP7yW1E.ics")
        String url,

        @Schema(description = "True in the answer to a repeated request: the address was shown before.")
        Boolean secretShown)
        implements OnceOnly {

    static CalendarFeedCreated of(CalendarFeed feed, FeedToken token) {
        return new CalendarFeedCreated(
                feed.id(), feed.createdAt(), feed.expiresAt(), "/calendar/" + token.text() + ".ics", null);
    }

    @Override
    public Object replay() {
        return new CalendarFeedCreated(id, createdAt, expiresAt, null, true);
    }
}
