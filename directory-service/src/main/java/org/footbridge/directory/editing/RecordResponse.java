package org.footbridge.directory.editing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record as its editors see it: with what the public does not see, such as the address of a confidential site. */
@Schema(name = "DirectoryRecord", description = "A record as its editors see it, confidential parts included.")
record RecordResponse(
        @Schema(required = true) Visibility visibility,

        @Schema(description = "The district that curates it; absent where none does.")
        UUID curatorDistrictId,

        @Schema(required = true, implementation = Object.class, description = "HSDS 3.2 JSON.")
        JsonNode record) {}
