package org.footbridge.referral.placement;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A placement as the school's coordinator sees it: codes, dates and why an agency declined, nothing clinical. */
@Schema(description = "A placement, as the school's coordinator sees it.")
public record PlacementSummary(
        UUID id,
        PlacementState state,
        UUID serviceId,
        @Schema(maxLength = 500) String serviceName,
        UUID agencyId,
        @Schema(maxLength = 500) String agencyName,

        @Schema(maxLength = 64, description = "The agency's own number.")
        String agencyReference,

        DeclineCode declineCode,
        @Schema(maxLength = 1000) String declineText,

        @Schema(maxLength = 40, description = "Outcome code, or the code of an unserved end.")
        String outcome,

        boolean accessOpen,
        PlacementDates dates) {

    public static PlacementSummary of(Placement placement) {
        Placement.Facts facts = placement.facts();
        return new PlacementSummary(
                placement.id(),
                placement.state(),
                placement.destination().serviceId(),
                placement.destination().serviceName(),
                placement.destination().agencyId(),
                placement.destination().agencyName(),
                facts.agencyReference(),
                facts.declineCode(),
                facts.declineText(),
                facts.outcome(),
                placement.accessOpen(),
                PlacementDates.of(placement.times()));
    }
}
