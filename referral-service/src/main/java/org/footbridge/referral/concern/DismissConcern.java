package org.footbridge.referral.concern;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Why nothing comes of a concern. */
record DismissConcern(
        @Schema(type = SchemaType.STRING, implementation = Dismissal.class) @NotNull @OneOf(Dismissal.class)
        String code) {}
