package org.footbridge.directory.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source as it is read. */
@Schema(name = "ImportSource", description = "Where files come from: a feed, a partner, a spreadsheet.")
record ImportSource(
        @Schema(required = true) UUID id,

        @Schema(required = true, maxLength = 40, examples = "county-211")
        String code,

        @Schema(required = true, maxLength = 200, examples = "County 211")
        String name,

        @Schema(required = true) boolean ownIds,

        @Schema(required = true, minimum = "1", maximum = "1000")
        int precedence,

        ColumnMapping mapping,
        @Schema(required = true) Instant createdAt,
        @JsonIgnore long version) {}
