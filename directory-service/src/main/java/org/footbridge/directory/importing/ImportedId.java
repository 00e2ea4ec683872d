package org.footbridge.directory.importing;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a source calls a record, and what it is called here. */
@Schema(name = "ImportedId", description = "What a source calls a record, and what it is called here.")
record ImportedId(
        @Schema(required = true, maxLength = 40, examples = "service")
        String entity,

        @Schema(required = true, maxLength = 10000, examples = "svc-17")
        String foreignId,

        @Schema(required = true) UUID id) {}
