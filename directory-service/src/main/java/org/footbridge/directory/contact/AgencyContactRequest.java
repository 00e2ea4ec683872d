package org.footbridge.directory.contact;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agency is to be told of. */
@Schema(description = "What an agency is to be told of.")
record AgencyContactRequest(
        @Schema(required = true) @NotNull UUID agencyId,
        @Schema(required = true) @NotNull UUID serviceId,

        @Schema(description = "The family's request; missing where the entry waits to be verified.")
        UUID contactRequestId) {}
