package org.footbridge.referral.student;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Whether a guardian may be contacted, and why. */
@Schema(name = "GuardianContactForm", examples = "{\"mayContact\":false,\"reason\":\"SAFETY\"}")
record ContactRequest(
        @NotNull Boolean mayContact,

        @Schema(type = SchemaType.STRING, implementation = ContactReason.class) @NotNull @OneOf(ContactReason.class)
        String reason) {}
