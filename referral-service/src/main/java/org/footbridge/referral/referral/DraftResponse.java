package org.footbridge.referral.referral;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft, for its author. */
@Schema(name = "ReferralDraft", description = "A form on its way, for its author alone.")
public record DraftResponse(
        UUID id,
        DraftForm form,
        Completeness completeness,
        CrisisHelp crisis,
        Instant createdAt,
        Instant changedAt,

        @Schema(description = "It is gone then, 30 days after it was last saved.")
        Instant expiresAt) {

    static DraftResponse of(DraftService.Kept kept) {
        SubmitReferralRequest form = kept.form().toSubmit();
        Urgency urgency = form.urgency() == null ? null : Urgency.valueOf(form.urgency());
        return new DraftResponse(
                kept.draft().id(),
                kept.form(),
                Completeness.of(urgency, form.need(), form.access(null)),
                CrisisHelp.of(urgency, kept.localLines()),
                kept.draft().createdAt(),
                kept.draft().changedAt(),
                kept.draft().expiresAt());
    }
}
