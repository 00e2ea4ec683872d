package org.footbridge.directory.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record as it is to be. */
@Schema(
        description = "A record as it is to be, whole: what it does not name is gone.",
        examples = "{\"visibility\":\"PUBLIC\",\"record\":{\"id\":\"01980000-0000-7000-8000-00000000a00e\","
                + "\"name\":\"Rainbow Commons\",\"description\":\"A youth center.\"}}")
record RecordRequest(
        @Schema(description = "Who sees it; as before when absent, and everybody a new one. DISTRICT is for districts.")
        Visibility visibility,

        @Schema(
                required = true,
                implementation = Object.class,
                description =
                        "HSDS 3.2 JSON. An organization comes without its services, which have operations of their own.")
        @NotNull
        ObjectNode record) {}
