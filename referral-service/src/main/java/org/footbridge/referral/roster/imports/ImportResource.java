package org.footbridge.referral.roster.imports;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/roster/imports")
@Tag(name = "Roster", description = "What the school system says, and the grants that it cannot make.")
class ImportResource {
    private static final String ZIP = "application/zip";

    private final ImportService imports;
    private final ImportWorker worker;
    private final CurrentCaller caller;
    private final IdempotencyKeys keys;

    ImportResource(ImportService imports, ImportWorker worker, CurrentCaller caller, IdempotencyKeys keys) {
        this.imports = imports;
        this.worker = worker;
        this.caller = caller;
        this.keys = keys;
    }

    @POST
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.DISTRICT_ADMIN, Roles.DISTRICT_APP})
    @Operation(
            operationId = "importRoster",
            summary = "Import a OneRoster 1.2 CSV package in bulk mode",
            description = "The package is the complete picture: who is absent from it is withdrawn. It is applied as a"
                    + " whole or not at all. An import after which more than half of five or more students would be gone"
                    + " is rejected, unless it is forced.")
    @RequestBody(content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(
            value = ImportJob.class,
            responseCode = "202",
            responseDescription = "The job; poll its Location.")
    @APIResponse(responseCode = "404", description = "The caller's district is not set up (not-found).")
    @APIResponse(responseCode = "413", description = "The package is too large (too-large).")
    @APIResponse(responseCode = "415", description = "The body is no zip (unsupported-media-type).")
    public Uni<Response> submit(@NotNull byte[] zip, @QueryParam("force") @DefaultValue("false") boolean force) {
        return keys.once(zip, () -> imports.submit(caller.get(), zip, force).map(job -> Response.accepted(job)
                        .location(URI.create("/api/v1/roster/imports/" + job.id()))
                        .build()))
                .invoke(worker::wake);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "roster:read",
            roles = {Roles.DISTRICT_ADMIN, Roles.DISTRICT_APP})
    @Operation(operationId = "getRosterImport", summary = "Read what became of an import")
    @APIResponseSchema(value = ImportJob.class, responseCode = "200", responseDescription = "The import.")
    @APIResponse(responseCode = "404", description = "There is no such import for this caller (not-found).")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return imports.get(caller.get().tenant(), id).map(job -> Response.ok(job)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }
}
