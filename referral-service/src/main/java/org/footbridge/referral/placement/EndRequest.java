package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Why an accepted placement ends without its service. */
@Schema(name = "EndPlacement")
public record EndRequest(
        @Schema(implementation = UnservedCode.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(UnservedCode.class)
        String code) {}
