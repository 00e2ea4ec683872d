package org.footbridge.referral.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consent, as the school's coordinator sees it. */
@Schema(description = "A recorded consent.")
public record ConsentResponse(
        UUID id,
        UUID referralId,

        @Schema(minimum = "1", description = "Counts the referral's consents for this recipient.")
        int revision,

        Method method,
        UUID recipientAgencyId,
        @Schema(maxItems = 10) Set<RecordScope> scope,
        Purpose purpose,
        SignerRole signerRole,
        UUID signerId,
        LocalDate signedOn,

        @Schema(description = "Where it was signed on our page.")
        Instant signedAt,

        @Schema(description = "How the signer is known.") AuthMethod authMethod,
        @Schema(pattern = "^[0-9a-f]{64}$") String documentHash,
        LocalDate expiresOn,
        Instant recordedAt,
        Instant revokedAt,

        @Schema(description = "Whether it allows anything today.")
        boolean live) {

    static ConsentResponse of(Consent consent, LocalDate today) {
        return new ConsentResponse(
                consent.id(),
                consent.referralId(),
                consent.revision(),
                consent.signature().method(),
                consent.recipientAgencyId(),
                consent.scope(),
                consent.purpose(),
                consent.signature().signerRole(),
                consent.signature().signerId(),
                consent.signature().signedOn(),
                consent.signature().signedAt(),
                consent.signature().authMethod(),
                consent.signature().documentHash(),
                consent.expiresOn(),
                consent.recordedAt(),
                consent.revokedAt(),
                consent.isLive(today));
    }
}
