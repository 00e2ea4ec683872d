package org.footbridge.referral.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who signed, by what right and when, and the proof of it.
 *
 * @param documentHash SHA-256 of the scanned paper, 64 lower-case hexadecimal digits
 */
@Embeddable
public record Signature(
        @Enumerated(EnumType.STRING) Method method,

        @Column(name = "signer_id") UUID signerId,

        @Enumerated(EnumType.STRING) @Column(name = "signer_role")
        SignerRole signerRole,

        @Column(name = "signed_on") LocalDate signedOn,
        @Column(name = "document_hash") String documentHash) {}
