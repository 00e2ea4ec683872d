package org.footbridge.referral.consent.electronic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.consent.SignerRole;

/** A request for consent, as the school's coordinator sees it. Links and codes are shown to nobody. */
@Schema(name = "ConsentRequest", description = "What was asked for, and what each person who was asked has answered.")
public record ConsentRequestResponse(
        UUID id,
        UUID referralId,
        UUID recipientAgencyId,
        @Schema(maxLength = 500) String recipientName,
        @Schema(maxItems = 10) Set<RecordScope> scope,
        Purpose purpose,

        @Schema(description = "The last day of the consent.")
        LocalDate expiresOn,

        RequestState state,

        @Schema(description = "Until when the links that were mailed work. Send them again for seven days more.")
        Instant linksExpireAt,

        Instant requestedAt,
        Instant closedAt,
        @Schema(maxItems = 10) List<Signer> signers) {

    /** Who was asked. */
    @Schema(name = "ConsentSigner")
    public record Signer(
            UUID personId,
            SignerRole role,
            SignerState state,
            Instant answeredAt,

            @Schema(description = "The consent that was signed.")
            UUID consentId) {}

    static ConsentRequestResponse of(ConsentRequestService.Asked asked) {
        ConsentRequest request = asked.request();
        return new ConsentRequestResponse(
                request.id(),
                request.referralId(),
                request.recipientAgencyId(),
                request.recipientName(),
                request.scope(),
                request.purpose(),
                request.expiresOn(),
                request.state(),
                request.linksExpireAt(),
                request.requestedAt(),
                request.closedAt(),
                asked.signers().stream()
                        .map(signer -> new Signer(
                                signer.personId(),
                                signer.role(),
                                signer.state(),
                                signer.answeredAt(),
                                signer.consentId()))
                        .toList());
    }
}
