package org.footbridge.referral.placement;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.lifecycle.CommandNames;

/** A placement without the student's record: what its agency sees in lists and after its own steps. */
@Schema(description = "A placement, without the student's record.")
public record PlacementItem(
        UUID id,

        @Schema(maxLength = 11, pattern = "^FB-[0-9A-HJKMNP-TV-Z]{8}$", examples = "FB-7K3M9Q2X")
        String referralNumber,

        PlacementState state,
        UUID serviceId,
        @Schema(maxLength = 500) String serviceName,
        @Schema(maxLength = 64) String agencyReference,
        DeclineCode declineCode,
        @Schema(maxLength = 40) String outcome,

        @Schema(minimum = "1", maximum = "730", description = "How long the agency's waiting list is.")
        Integer expectedWaitDays,

        PlacementHold hold,

        @Schema(description = "Whether its record may be read.")
        boolean accessOpen,

        boolean cancellationRequested,
        PlacementDates dates,

        @Schema(maxItems = 20, description = "The steps that the agency may take now.", examples = "[\"accept\"]")
        List<String> allowed) {

    static PlacementItem of(Placement placement) {
        PlacementFacts facts = placement.facts();
        return new PlacementItem(
                placement.id(),
                facts.referralNumber(),
                placement.state(),
                placement.destination().serviceId(),
                placement.destination().serviceName(),
                facts.agencyReference(),
                facts.declineCode(),
                facts.outcome(),
                facts.expectedWaitDays(),
                placement.hold(),
                placement.accessOpen(),
                facts.cancellationRequested(),
                PlacementDates.of(placement.times()),
                placement.allowed().stream()
                        .filter(PlacementCommand::isOffered)
                        .map(CommandNames::of)
                        .toList());
    }
}
