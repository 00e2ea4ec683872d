package org.footbridge.directory.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The terms as query parameters. Checked by {@link SearchTermsReader}, which names all faults at once. */
class SearchParameters {
    @QueryParam("q")
    @Parameter(
            description = "Words of the name, description, kind of care or organization.",
            schema = @Schema(maxLength = 200),
            example = "grief group")
    String q;

    @QueryParam("age")
    @Parameter(
            description = "Age in years.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "120"),
            example = "14")
    String age;

    @QueryParam("language")
    @Parameter(
            description = "ISO 639 code; several mean any of them.",
            schema = @Schema(maxItems = 10, examples = "[\"es\"]"))
    List<String> language;

    @QueryParam("insurance")
    @Parameter(
            description =
                    "medicaid, chip, private, sliding or none; several mean any of them. `none` finds free and sliding-fee services.",
            schema = @Schema(maxItems = 5, examples = "[\"medicaid\"]"))
    List<String> insurance;

    @QueryParam("capacity")
    @Parameter(
            description = "`HAS_CAPACITY` or `true` leaves out services that are known to be full.",
            schema = @Schema(maxLength = 20),
            example = "HAS_CAPACITY")
    String capacity;

    @QueryParam("near")
    @Parameter(
            description = "Latitude and longitude; the nearest come first.",
            schema = @Schema(maxLength = 40),
            example = "39.83,-98.58")
    String near;

    @QueryParam("limit")
    @Parameter(
            description = "Items in a page; 50 when absent.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the page before.", schema = @Schema(maxLength = 500))
    String cursor;
}
