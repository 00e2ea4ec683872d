package org.footbridge.referral.message;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a thread waits for the caller. */
public record UnreadResponse(
        @Schema(minimum = "0", description = "Messages of the other side that the caller has not read.", examples = "2")
        long unread) {}
