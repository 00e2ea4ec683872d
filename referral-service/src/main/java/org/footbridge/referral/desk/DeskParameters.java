package org.footbridge.referral.desk;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;

/** The filters of a desk as they are sent; {@link #filter()} names all faults at once. */
class DeskParameters {
    @QueryParam("desk")
    @Parameter(
            description = "ALL when absent. All but ALL and MINE are for coordinators and empty for others.",
            schema = @Schema(implementation = DeskName.class))
    String desk;

    @QueryParam("state")
    @Parameter(
            description = "Several mean any of them.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ReferralState.class, maxItems = 20))
    List<String> state;

    @QueryParam("urgency")
    @Parameter(
            description = "Several mean any of them. A filter and no order: CRISIS first is a list of its own.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Urgency.class, maxItems = 10))
    List<String> urgency;

    @QueryParam("schoolId")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    String schoolId;

    @QueryParam("agencyId")
    @Parameter(
            description = "Sent to this agency at least once; of schools that the caller coordinates.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    String agencyId;

    @QueryParam("from")
    @Parameter(
            description = "First day of submission, inclusive.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-09-01")
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Last day of submission, inclusive.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-09-30")
    String to;

    @QueryParam("zone")
    @Parameter(
            description = "IANA zone in which the days begin; the district's when absent.",
            schema = @Schema(maxLength = 50),
            example = "America/Chicago")
    String zone;

    @QueryParam("number")
    @Parameter(
            description = "The referral's number for humans, as somebody reads it out.",
            schema = @Schema(maxLength = 20),
            example = "FB-7K3M9Q2X")
    String number;

    DeskFilter filter() {
        ParameterReader reader = new ParameterReader();
        DeskName name = reader.one("desk", desk, DeskName.class);
        DeskFilter filter = new DeskFilter(
                name == null ? DeskName.ALL : name,
                reader.any("state", state, ReferralState.class),
                reader.any("urgency", urgency, Urgency.class),
                reader.id("schoolId", schoolId),
                reader.id("agencyId", agencyId),
                reader.number("number", number),
                reader.days(from, to, zone));
        reader.refuse();
        return filter;
    }
}
