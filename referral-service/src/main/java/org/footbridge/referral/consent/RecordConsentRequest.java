package org.footbridge.referral.consent;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** A consent as it was signed: whoever leaves out what 34 CFR 99.30 asks for has recorded none. */
@Schema(description = "A signed consent. Each member is needed, but signerGuardianId for an eligible student.")
public record RecordConsentRequest(
        @Schema(
                implementation = Method.class,
                description =
                        "PAPER_SCAN or PORTAL. An ELECTRONIC_LINK is signed by the signer alone; words count for nothing.")
        @NotNull
        @OneOf(Method.class)
        String method,

        @Schema(description = "The agency's organization in the directory.") @NotNull
        UUID recipientAgencyId,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = RecordScope.class,
                description = "The parts of the record that may be sent.")
        @NotEmpty
        @Size(max = 10)
        List<@NotNull @OneOf(RecordScope.class) String> scope,

        @Schema(implementation = Purpose.class) @NotNull @OneOf(Purpose.class)
        String purpose,

        @Schema(description = "A guardian of the student with the right to consent.")
        UUID signerGuardianId,

        @Schema(
                implementation = SignerRole.class,
                description =
                        "ELIGIBLE_STUDENT from the 18th birthday on, MINOR where a reviewed rule of the state lets the student sign.")
        @NotNull
        @OneOf(SignerRole.class)
        String signerRole,

        @Schema(description = "Not after today.") @NotNull LocalDate signedOn,

        @Schema(description = "SHA-256 of the scanned document, lower-case hexadecimal.")
        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 lower-case hexadecimal digits")
        String documentHash,

        @Schema(description = "The last day on which it allows anything.") @NotNull
        LocalDate expiresOn) {

    Set<RecordScope> parts() {
        EnumSet<RecordScope> parts = EnumSet.noneOf(RecordScope.class);
        scope.stream().map(RecordScope::valueOf).forEach(parts::add);
        return parts;
    }

    Consent.Terms terms(UUID signer) {
        return new Consent.Terms(
                recipientAgencyId,
                parts(),
                Purpose.valueOf(purpose),
                new Signature(
                        Method.valueOf(method),
                        signer,
                        SignerRole.valueOf(signerRole),
                        signedOn,
                        documentHash,
                        Method.valueOf(method) == Method.PORTAL ? AuthMethod.PORTAL_ACCOUNT : AuthMethod.HANDWRITTEN,
                        null),
                expiresOn);
    }
}
