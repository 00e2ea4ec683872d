package org.footbridge.referral.placement;

import java.util.List;
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

        @Schema(minimum = "1", maximum = "730", description = "How long the agency's waiting list is.")
        Integer expectedWaitDays,

        PlacementHold hold,
        boolean accessOpen,
        boolean cancellationRequested,
        CancellationReason cancellationReason,
        PlacementDates dates,

        @Schema(maxItems = 1000, description = "What the agency asked, oldest first; missing in lists.")
        List<QuestionResponse> questions,

        @Schema(maxItems = 1000, description = "How the agency tried to reach the family; missing in lists.")
        List<ContactAttemptResponse> contactAttempts) {

    /** Without its children, as in a list. */
    public static PlacementSummary of(Placement placement) {
        return of(placement, null, null);
    }

    static PlacementSummary of(Placement placement, PlacementFile file) {
        return of(
                placement,
                QuestionResponse.of(file),
                file.attempts().stream().map(ContactAttemptResponse::of).toList());
    }

    private static PlacementSummary of(
            Placement placement, List<QuestionResponse> questions, List<ContactAttemptResponse> attempts) {
        PlacementFacts facts = placement.facts();
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
                facts.expectedWaitDays(),
                placement.hold(),
                placement.accessOpen(),
                facts.cancellationRequested(),
                facts.cancellationReason(),
                PlacementDates.of(placement.times()),
                questions,
                attempts);
    }
}
