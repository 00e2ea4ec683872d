package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;

/** The disclosed record on paper, for the agency of a placement. */
@Path("/api/v1/placements/{placementId}/record.pdf")
@Tag(name = "Placements")
public class RecordPaperResource {
    private static final String PDF = "application/pdf";

    private final CurrentCaller caller;
    private final AgencyService agency;

    RecordPaperResource(CurrentCaller caller, AgencyService agency) {
        this.caller = caller;
        this.agency = agency;
    }

    @GET
    @Produces(PDF)
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "getDisclosedRecordPaper",
            summary = "Read the disclosed record as PDF",
            description =
                    "With purpose, version and the notice against redisclosure. A read like any other: a row of the"
                            + " student's ledger.")
    @APIResponse(
            responseCode = "200",
            description = "Exactly what the consent covers.",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = byte[].class)))
    public Uni<Response> paper(@PathParam("placementId") UUID placementId) {
        return agency.read(caller.get(), placementId).map(placement -> Response.ok(RecordPaper.write(placement))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + placement.referralNumber() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build());
    }
}
