package org.footbridge.directory.place;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a file of postal codes. */
@Schema(description = "What became of a file of postal codes.", examples = "{\"written\":6,\"unchanged\":0}")
public record PostalCodeReport(
        @Schema(required = true, minimum = "0", description = "New or moved.")
        int written,

        @Schema(required = true, minimum = "0") int unchanged) {}
