package org.footbridge.referral.placement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.disclosure.DisclosedContent;
import org.footbridge.referral.disclosure.DisclosedRecord;
import org.footbridge.referral.disclosure.Redisclosure;

/**
 * A placement as its agency reads it: its own data, and the record that was frozen when it was sent. Nothing here is read from
 * the school's side, and no id of the roster is in it.
 */
@Schema(description = "A placement with the disclosed record, the purpose and the notice against redisclosure.")
public record PlacementResponse(
        UUID id,

        @Schema(maxLength = 11, pattern = "^FB-[0-9A-HJKMNP-TV-Z]{8}$", examples = "FB-7K3M9Q2X")
        String referralNumber,

        PlacementState state,
        UUID serviceId,
        @Schema(maxLength = 500) String serviceName,
        @Schema(maxLength = 64) String agencyReference,
        DeclineCode declineCode,
        @Schema(maxLength = 1000) String declineText,
        @Schema(maxLength = 40) String outcome,

        @Schema(minimum = "1", maximum = "730", description = "How long the agency's waiting list is.")
        Integer expectedWaitDays,

        PlacementHold hold,
        boolean cancellationRequested,
        PlacementDates dates,

        @Schema(maxItems = 20, description = "The steps that the agency may take now.")
        List<String> allowed,

        @Schema(maxItems = 1000) List<AppointmentResponse> appointments,

        @Schema(maxItems = 1000, description = "What the agency asked, oldest first.")
        List<QuestionResponse> questions,

        @Schema(maxItems = 1000, description = "How the family was tried, oldest first.")
        List<ContactAttemptResponse> contactAttempts,

        Purpose purpose,

        @Schema(maxLength = 1000, description = "Binds whoever reads the record (34 CFR 99.33).")
        String redisclosureNotice,

        Disclosed disclosed,
        @JsonIgnore @Schema(hidden = true) long version) {

    /** What was released, to the letter. */
    @Schema(name = "DisclosedRecord")
    public record Disclosed(
            @Schema(minimum = "1") int version,
            @Schema(maxItems = 10) Set<RecordScope> scope,
            Instant frozenAt,
            DisclosedContent record) {}

    static PlacementResponse of(
            Placement placement, DisclosedRecord record, DisclosedContent content, PlacementFile file) {
        PlacementItem item = PlacementItem.of(placement);
        return new PlacementResponse(
                item.id(),
                item.referralNumber(),
                item.state(),
                item.serviceId(),
                item.serviceName(),
                item.agencyReference(),
                item.declineCode(),
                placement.facts().declineText(),
                item.outcome(),
                item.expectedWaitDays(),
                item.hold(),
                item.cancellationRequested(),
                item.dates(),
                item.allowed(),
                file.visits().stream().map(AppointmentResponse::of).toList(),
                QuestionResponse.of(file),
                file.attempts().stream().map(ContactAttemptResponse::of).toList(),
                record.purpose(),
                Redisclosure.notice(record.scope()),
                new Disclosed(record.recordVersion(), record.scope(), record.frozenAt(), content),
                placement.version());
    }
}
