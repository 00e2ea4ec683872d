package org.footbridge.feedback.kpi;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.ProblemDocument;
import org.jboss.resteasy.reactive.RestQuery;

/** Figures for those who coordinate or lead. Agencies have no access: the figures are the district's. */
@Path("/api/v1/kpis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPIs")
class KpiResource {
    private static final String PROBLEM = "application/problem+json";

    private final KpiService kpis;
    private final CurrentCaller caller;

    KpiResource(KpiService kpis, CurrentCaller caller) {
        this.kpis = kpis;
        this.caller = caller;
    }

    @GET
    @Allowed(
            scope = "kpi:read",
            roles = {Roles.COORDINATOR, Roles.DISTRICT_ADMIN})
    @Operation(
            operationId = "listKpis",
            summary = "List the KPIs and their formulas",
            description = "Scope `kpi:read`, role coordinator or district_admin.")
    @APIResponse(
            responseCode = "200",
            description = "All figures that can be asked for.",
            content = @Content(schema = @Schema(implementation = KpiCatalogue.class)))
    public KpiCatalogue list() {
        return KpiCatalogue.current();
    }

    @GET
    @Path("closed-loops")
    @Allowed(
            scope = "kpi:read",
            roles = {Roles.COORDINATOR, Roles.DISTRICT_ADMIN})
    @Operation(
            operationId = "getClosedLoops",
            summary = "Count closed loops and their waiting days",
            description =
                    "Of the referrals submitted in the period, at the schools that the caller coordinates or, for a"
                            + " district_admin, in the whole district. Counts below `minimumCell` are hidden, and as many more as"
                            + " it takes that no hidden count can be computed. Scope `kpi:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The figures.",
            content = @Content(schema = @Schema(implementation = ClosedLoopsResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter`: a date or the dimension is not valid.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "`forbidden`: another role or scope. `no-school`: the roster gives the coordinator no school.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "503",
            description = "`district-unknown`: the district's settings have not arrived yet.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<ClosedLoopsResponse> closedLoops(
            @Parameter(
                            description = "First day, inclusive; 365 days up to `to` without it.",
                            schema = @Schema(type = SchemaType.STRING, format = "date", maxLength = 10))
                    @RestQuery
                    String from,
            @Parameter(
                            description = "Last day, inclusive; today without it.",
                            schema = @Schema(type = SchemaType.STRING, format = "date", maxLength = 10))
                    @RestQuery
                    String to,
            @Parameter(
                            description = "One dimension.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"school", "homeLanguage", "gradeBand", "urgency"}))
                    @RestQuery
                    String groupBy) {
        return kpis.closedLoops(caller.get(), ClosedLoopsQuery.parse(from, to, groupBy));
    }
}
