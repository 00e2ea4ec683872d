package org.footbridge.referral.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;

/** A row of the ledger: what of a student went to whom. */
@Schema(description = "A release or an answer by the district, or a read by the recipient.")
public record DisclosureResponse(
        UUID id,
        Disclosure.Kind kind,
        UUID referralId,
        UUID placementId,
        UUID recipientAgencyId,
        @Schema(maxLength = 500) String recipientName,

        @Schema(maxItems = 10, description = "The parts of the record; ANSWER for an answer beside it.")
        List<String> scope,

        Purpose purpose,
        @Schema(maxLength = 200) String legalBasis,

        @Schema(maxLength = 1000, description = "Why it was released without a consent.")
        String reason,

        @Schema(maxLength = 2000, description = "The threat, for a release on grounds of safety (34 CFR 99.32(a)(5)).")
        String threatDescription,

        @Schema(maxLength = 1000, description = "What the recipient was told.")
        String redisclosureNotice,

        Instant happenedAt) {

    /** As somebody reads it who may not know that it told of substance use. */
    DisclosureResponse withoutPart2() {
        return new DisclosureResponse(
                id,
                kind,
                referralId,
                placementId,
                recipientAgencyId,
                recipientName,
                scope.stream()
                        .filter(part -> !part.equals(RecordScope.PART2.name()))
                        .toList(),
                purpose,
                legalBasis,
                reason,
                threatDescription,
                redisclosureNotice.replace(Redisclosure.PART2, ""),
                happenedAt);
    }
}
