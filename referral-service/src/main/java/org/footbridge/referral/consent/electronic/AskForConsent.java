package org.footbridge.referral.consent.electronic;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.consent.SignerRole;
import org.footbridge.referral.referral.OneOf;

/** What is asked for, and of whom. */
@Schema(
        name = "ConsentRequestForm",
        description = "Everything that the signer is shown before the signature (34 CFR 99.30(b)).",
        examples = """
                {"recipientAgencyId":"01980000-0000-7000-8000-00000000a001","scope":["IDENTITY","CONTACT","CONCERNS"],
                 "purpose":"TREATMENT","expiresOn":"2027-06-30","signerRole":"GUARDIAN",
                 "guardianIds":["01980000-0000-7000-8000-000000007001"]}""")
public record AskForConsent(
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

        @Schema(description = "The last day on which the consent allows anything.") @NotNull
        LocalDate expiresOn,

        @Schema(implementation = SignerRole.class) @NotNull @OneOf(SignerRole.class)
        String signerRole,

        @Schema(description = "Guardians with the right to consent who may be contacted; none where the student signs.")
        @Size(max = 10)
        List<@NotNull UUID> guardianIds) {

    SignerRole role() {
        return SignerRole.valueOf(signerRole);
    }

    /** Each once. */
    List<UUID> guardians() {
        return guardianIds == null ? List.of() : guardianIds.stream().distinct().toList();
    }

    Set<RecordScope> parts() {
        EnumSet<RecordScope> parts = EnumSet.noneOf(RecordScope.class);
        scope.stream().map(RecordScope::valueOf).forEach(parts::add);
        return parts;
    }

    ConsentRequest.Terms terms(String recipientName) {
        return new ConsentRequest.Terms(recipientAgencyId, recipientName, parts(), Purpose.valueOf(purpose), expiresOn);
    }
}
