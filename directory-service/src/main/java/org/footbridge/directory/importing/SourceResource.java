package org.footbridge.directory.importing;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path(SourceResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directory imports", description = "Files of others: sources, runs, and what became of foreign ids.")
class SourceResource {
    static final String PATH = "/api/v1/directory/import-sources";
    private static final String LIST = "import-sources";
    private static final UUID FIRST = new UUID(0, 0);

    private final SourceService sources;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    SourceResource(SourceService sources, IdempotencyKeys keys, Cursors cursors) {
        this.sources = sources;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "directory:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "createImportSource",
            summary = "Name a source of files",
            description = "What the source calls its records is kept with it, so that its next file finds them again.")
    @APIResponse(
            responseCode = "201",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = ImportSource.class)))
    @APIResponse(responseCode = "409", description = "Another source has this code (already-exists).")
    @APIResponse(responseCode = "422", description = "A member is missing or not valid (invalid).")
    public Uni<Response> create(@NotNull @Valid SourceRequest wanted) {
        return keys.once(wanted, () -> sources.create(wanted)
                .map(source -> Response.created(URI.create(PATH + "/" + source.id()))
                        .entity(source)
                        .tag(Version.tag(source.version()))
                        .build()));
    }

    @GET
    @Allowed(scope = "directory:read", roles = Roles.PLATFORM_ADMIN)
    @Operation(operationId = "listImportSources", summary = "List the sources, oldest first")
    @APIResponse(responseCode = "200", description = "A page of sources.")
    public Uni<Page<ImportSource>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        UUID after = cursor == null
                ? FIRST
                : UUID.fromString(cursors.decode(LIST, cursor).getFirst());
        return sources.page(after, limit + 1).map(found -> page(found, limit));
    }

    @GET
    @Path("{id}")
    @Allowed(scope = "directory:read", roles = Roles.PLATFORM_ADMIN)
    @Operation(operationId = "getImportSource", summary = "Read a source")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = ImportSource.class)))
    @APIResponse(responseCode = "404", description = "There is no such source (not-found).")
    public Uni<Response> read(@RestPath UUID id) {
        return sources.read(id).map(SourceResource::answer);
    }

    @PUT
    @Path("{id}")
    @Cancellable(false)
    @Allowed(scope = "directory:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(operationId = "putImportSource", summary = "Change a source")
    @APIResponse(
            responseCode = "200",
            description = "The source as it is now.",
            content = @Content(schema = @Schema(implementation = ImportSource.class)))
    @APIResponse(responseCode = "404", description = "There is no such source (not-found).")
    @APIResponse(responseCode = "409", description = "Another source has this code (already-exists).")
    @APIResponse(responseCode = "412", description = "Changed since it was read (stale).")
    @APIResponse(responseCode = "422", description = "A member is missing or not valid (invalid).")
    @APIResponse(responseCode = "428", description = "If-Match is missing (precondition-required).")
    public Uni<Response> change(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SourceRequest wanted) {
        return sources.change(id, wanted, Version.expected(ifMatch)).map(SourceResource::answer);
    }

    private Page<ImportSource> page(List<ImportSource> found, int limit) {
        return cursors.page(LIST, found, limit, last -> List.of(last.id().toString()));
    }

    private static Response answer(ImportSource source) {
        return Response.ok(source).tag(Version.tag(source.version())).build();
    }
}
