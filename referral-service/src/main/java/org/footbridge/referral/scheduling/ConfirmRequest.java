package org.footbridge.referral.scheduling;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time that suits. */
public record ConfirmRequest(
        @Schema(description = "The appointment of the proposal that is taken.") @NotNull
        UUID appointmentId) {}
