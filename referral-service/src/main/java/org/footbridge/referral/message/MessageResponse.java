package org.footbridge.referral.message;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.placement.Side;

/** A message, the same for both sides. Who of a side wrote it is for the contact card to tell. */
@Schema(description = "A message of a placement's thread.")
public record MessageResponse(
        UUID id,

        @Schema(minimum = "1", description = "Counts the messages of the thread, from the oldest.")
        int position,

        Side writtenBy,

        @Schema(description = "Whether the caller wrote it.")
        boolean mine,

        @Schema(
                maxLength = 4000,
                description = "Missing where it is withheld.",
                examples = "Could we meet the family at school on Tuesday?")
        String text,

        @Schema(description = "No consent lets the caller read it right now.")
        boolean withheld,

        Instant postedAt,

        @Schema(description = "When somebody of the other side first had read it; missing where nobody has.")
        Instant readAt) {

    static MessageResponse of(Message message, Instant readAt, String caller, boolean withheld) {
        return new MessageResponse(
                message.id(),
                message.position(),
                message.side(),
                message.isBy(caller),
                withheld ? null : message.body(),
                withheld,
                message.postedAt(),
                readAt);
    }
}
