package org.footbridge.referral.placement;

import jakarta.ws.rs.QueryParam;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.footbridge.referral.desk.ParameterReader;

/** The filters of an inbox as they are sent; {@link #filter()} names all faults at once. */
class InboxParameters {
    @QueryParam("state")
    @Parameter(
            description = "Several mean any of them.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = PlacementState.class, maxItems = 20))
    List<String> state;

    @QueryParam("districtId")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    String districtId;

    @QueryParam("cancellationRequested")
    @Parameter(description = "Whether the school wants it back.", schema = @Schema(type = SchemaType.BOOLEAN))
    String cancellationRequested;

    @QueryParam("from")
    @Parameter(
            description = "First day on which it was sent, inclusive.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-09-01")
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Last day on which it was sent, inclusive.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-09-30")
    String to;

    @QueryParam("zone")
    @Parameter(
            description = "IANA zone in which the days begin; UTC when absent.",
            schema = @Schema(maxLength = 50),
            example = "America/Chicago")
    String zone;

    @QueryParam("number")
    @Parameter(
            description = "The referral's number for humans, as somebody reads it out.",
            schema = @Schema(maxLength = 20),
            example = "FB-7K3M9Q2X")
    String number;

    @QueryParam("agencyReference")
    @Parameter(description = "The agency's own number.", schema = @Schema(maxLength = 64), example = "HL-2026-118")
    String agencyReference;

    InboxQuery.Filter filter() {
        ParameterReader reader = new ParameterReader();
        InboxQuery.Filter filter = new InboxQuery.Filter(
                reader.any("state", state, PlacementState.class),
                reader.id("districtId", districtId),
                reader.flag("cancellationRequested", cancellationRequested),
                reader.number("number", number),
                reader.text("agencyReference", agencyReference, 64),
                reader.days(from, to, zone).in(ZoneOffset.UTC));
        reader.refuse();
        return filter;
    }
}
