package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** One try to reach the family. */
public record ContactAttemptRequest(
        @Schema(description = "From a day before the referral was sent until now.") @NotNull
        Instant at,

        @Schema(implementation = ContactChannel.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(ContactChannel.class)
        String channel,

        @Schema(implementation = ContactOutcome.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(ContactOutcome.class)
        String outcome) {

    ContactAttempt.Try tried() {
        return new ContactAttempt.Try(at, ContactChannel.valueOf(channel), ContactOutcome.valueOf(outcome));
    }
}
