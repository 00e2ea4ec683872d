package org.footbridge.notification.endpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A header that the receiver wants to find in every delivery. */
@Schema(name = "WebhookHeader", description = "A header of the owner's choice. Its value is never shown again.")
public record HeaderRequest(
        @NotNull @Size(max = 64) @Pattern(regexp = "^[A-Za-z][A-Za-z0-9-]*$") @Schema(examples = "X-Tenant-Key")
        String name,

        @NotNull
        @Size(min = 1, max = 1000)
        @Pattern(regexp = "^[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?$")
        @Schema(examples = "hl-4711")
        String value) {}
