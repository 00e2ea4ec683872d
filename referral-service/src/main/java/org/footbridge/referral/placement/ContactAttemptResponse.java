package org.footbridge.referral.placement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One try to reach the family. */
@Schema(description = "One try of the agency to reach the family.")
public record ContactAttemptResponse(UUID id, Instant at, ContactChannel channel, ContactOutcome outcome) {

    static ContactAttemptResponse of(ContactAttempt attempt) {
        return new ContactAttemptResponse(attempt.id(), attempt.attemptedAt(), attempt.channel(), attempt.outcome());
    }
}
