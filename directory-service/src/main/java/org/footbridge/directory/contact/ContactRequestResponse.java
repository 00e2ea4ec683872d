package org.footbridge.directory.contact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request for contact as its agency reads it. */
@Schema(name = "ContactRequest", description = "A family asks for contact. Its words are gone once it is closed.")
public record ContactRequestResponse(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID serviceId,

        @Schema(required = true, maxLength = 20, description = "NEW or CLOSED. More may come.")
        String state,

        @Schema(required = true) Instant receivedAt,
        Instant closedAt,
        @Schema(maxLength = 30) String outcome,
        @Schema(maxLength = 100) String name,

        @Schema(maxLength = 20, description = "PHONE, TEXT or EMAIL. More may come.")
        String reachBy,

        @Schema(maxLength = 200) String reach,
        @Schema(maxLength = 3) String language,
        @Schema(minimum = "0") BigDecimal age,
        @Schema(maxLength = 100) String bestTime,
        @Schema(maxLength = 1000) String message) {

    /** A record prints its members; this one must not reach a log. */
    @Override
    public String toString() {
        return "ContactRequest[" + id + "]";
    }
}
