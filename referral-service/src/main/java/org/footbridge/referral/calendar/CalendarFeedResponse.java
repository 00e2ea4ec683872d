package org.footbridge.referral.calendar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed without its address, which nobody can read again. */
@Schema(name = "CalendarFeed", description = "A subscription to booked visits.")
public record CalendarFeedResponse(
        UUID id,
        Instant createdAt,

        @Schema(description = "When its address ends by itself.")
        Instant expiresAt) {}
