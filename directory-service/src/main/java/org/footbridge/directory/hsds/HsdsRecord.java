package org.footbridge.directory.hsds;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents any HSDS record: the members are those of the HSDS 3.2 schemas, and more may come. */
@Schema(
        name = "HsdsRecord",
        description = "A record with the members of the HSDS 3.2 schema of its kind.",
        additionalProperties = Schema.True.class)
interface HsdsRecord {

    @Schema(required = true)
    UUID getId();
}
