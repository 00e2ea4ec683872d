package org.footbridge.directory.hsds;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every HSDS list takes. Read as text, so that {@link HsdsQuery} can name all faults at once. */
class HsdsPaging {
    @QueryParam("search")
    @Parameter(description = "Full text.", schema = @Schema(maxLength = 200))
    String search;

    @QueryParam("page")
    @Parameter(
            description = "Page number, from 1.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000", defaultValue = "1"))
    String page;

    @QueryParam("per_page")
    @Parameter(
            description = "Items in a page.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    String perPage;

    @QueryParam("format")
    @Parameter(
            description = "`ndjson` streams everything that fits, without pages.",
            schema =
                    @Schema(
                            maxLength = 10,
                            enumeration = {"json", "ndjson"},
                            defaultValue = "json"))
    String format;
}
