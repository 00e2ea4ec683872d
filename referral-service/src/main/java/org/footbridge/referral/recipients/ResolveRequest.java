package org.footbridge.referral.recipients;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.events.EventType;

/** What somebody is to be told of. */
public record ResolveRequest(
        @NotNull UUID eventId,

        @Schema(examples = "referral.sent.v1") @NotNull @Size(max = 100)
        String type,

        @Schema(description = "The referral; for concern.left the concern, for records.requested the request.") @NotNull
        UUID referralId,

        @Schema(description = "The placement that the event concerns, if it concerns one.")
        UUID placementId) {

    /** Known by its wire name or by the name that the outside sees; empty for a type of a newer version. */
    Optional<EventType> eventType() {
        return Arrays.stream(EventType.values())
                .filter(known -> known.type().equals(type) || known.publicName().equals(type))
                .findFirst();
    }
}
