package org.footbridge.directory.contact;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.directory.crisis.CrisisLineResponse;

/** What a family is told in return. */
@Schema(description = "That the agency has it, and whom to call where it cannot wait.")
public record ContactReceipt(
        @Schema(required = true, description = "To be named when calling the agency.")
        UUID reference,

        @Schema(required = true, maxLength = 500) String serviceName,
        @Schema(required = true, maxLength = 500) String agencyName,

        @Schema(required = true, maxItems = 200, description = "Whom to call if it cannot wait.")
        List<CrisisLineResponse> crisis) {}
