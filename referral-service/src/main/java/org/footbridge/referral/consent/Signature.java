package org.footbridge.referral.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who signed, by what right and when, and the proof of it.
 *
 * @param documentHash SHA-256 of the scanned paper or of the PDF that was signed, 64 lower-case hexadecimal digits
 * @param signedAt {@code null} for what was signed elsewhere
 */
@Embeddable
public record Signature(
        @Enumerated(EnumType.STRING) Method method,

        @Column(name = "signer_id") UUID signerId,

        @Enumerated(EnumType.STRING) @Column(name = "signer_role")
        SignerRole signerRole,

        @Column(name = "signed_on") LocalDate signedOn,
        @Column(name = "document_hash") String documentHash,

        @Enumerated(EnumType.STRING) @Column(name = "auth_method")
        AuthMethod authMethod,

        @Column(name = "signed_at") Instant signedAt) {}
