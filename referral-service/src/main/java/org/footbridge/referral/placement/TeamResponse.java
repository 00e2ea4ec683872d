package org.footbridge.referral.placement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.disclosure.DisclosedContent;

/** A placement at a school's own team, as its counselors read it. */
@Schema(description = "A placement at the school's own team, with the whole record as it is now.")
public record TeamResponse(
        PlacementItem placement,
        @Schema(maxItems = 1000) List<AppointmentResponse> appointments,

        @Schema(maxItems = 1000, description = "What the team asked the coordinator, oldest first.")
        List<QuestionResponse> questions,

        @Schema(maxItems = 1000, description = "How the team tried to reach the family, in the order of the tries.")
        List<ContactAttemptResponse> contactAttempts,

        DisclosedContent record,
        @JsonIgnore @Schema(hidden = true) long version) {

    static TeamResponse of(Placement placement, PlacementFile file, DisclosedContent record) {
        return new TeamResponse(
                PlacementItem.of(placement),
                file.visits().stream().map(AppointmentResponse::of).toList(),
                QuestionResponse.of(file),
                file.attempts().stream().map(ContactAttemptResponse::of).toList(),
                record,
                placement.version());
    }
}
