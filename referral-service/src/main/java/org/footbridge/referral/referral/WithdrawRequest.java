package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a referral is taken back. */
public record WithdrawRequest(
        @Schema(type = SchemaType.STRING, implementation = WithdrawalReason.class)
        @NotNull
        @OneOf(WithdrawalReason.class)
        String reason,

        @Schema(description = "Stays in the history.") @Size(max = 2000)
        String note) {}
