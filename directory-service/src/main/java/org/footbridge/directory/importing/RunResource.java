package org.footbridge.directory.importing;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.problem.CommonProblem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path(SourceResource.PATH + "/{source}/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory imports", description = "Files of others: sources, runs, and what became of foreign ids.")
class RunResource {
    private static final UUID NEWEST = new UUID(-1, -1);

    private final RunService runs;
    private final CurrentCaller caller;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    RunResource(RunService runs, CurrentCaller caller, IdempotencyKeys keys, Cursors cursors) {
        this.runs = runs;
        this.caller = caller;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Consumes({ImportFormat.JSON, ImportFormat.NDJSON, ImportFormat.ZIP, ImportFormat.TABLE, ImportFormat.WORKBOOK})
    @Cancellable(false)
    @Allowed(scope = "directory:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "startImportRun",
            summary = "Send a file of a source",
            description =
                    "Checked whole and applied whole, or not at all. HSDS JSON in every form: a record, an array, a page"
                            + " of an HSDS API, an object of lists, the tables of the tabular form; one record a line;"
                            + " or the tabular form as a package. CSV and XLSX by the source's column mapping,"
                            + " and rows of FindTreatment.gov."
                            + " What the HSDS schema refuses is an error; what is only odd is a warning. An id that is no UUID, or"
                            + " somebody else's, is replaced by one of ours, and the source's next file finds it again. A dry"
                            + " run does all of it and takes it back. At most 12 MB.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = ImportFormat.JSON,
                        schema = @Schema(description = "HSDS."),
                        examples =
                                @ExampleObject(
                                        name = "a service",
                                        value =
                                                "{\"id\":\"svc-17\",\"name\":\"Youth group\",\"status\":\"active\",\"organization\":"
                                                        + "{\"id\":\"org-3\",\"name\":\"Rainbow Commons\",\"description\":\"A youth center\"}}")),
                @Content(
                        mediaType = ImportFormat.NDJSON,
                        schema = @Schema(type = SchemaType.STRING, description = "One HSDS record a line.")),
                @Content(
                        mediaType = ImportFormat.ZIP,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        description =
                                                "The tabular form of HSDS: CSV files and their datapackage.json."))
            })
    @APIResponse(
            responseCode = "202",
            description = "The run; poll its Location.",
            content = @Content(schema = @Schema(implementation = ImportRun.class)))
    @APIResponse(responseCode = "404", description = "There is no such source (not-found).")
    @APIResponse(responseCode = "413", description = "More than 12 MB (too-large).")
    @APIResponse(responseCode = "415", description = "Not a form that is taken (unsupported-media-type).")
    public Uni<Response> start(
            @RestPath UUID source,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Say what would happen, and change nothing.")
                    boolean dryRun,
            @QueryParam("rows")
                    @Pattern(regexp = "hsds|samhsa")
                    @DefaultValue("hsds")
                    @Parameter(
                            description = "What JSON holds: HSDS, or rows of FindTreatment.gov.",
                            schema =
                                    @Schema(
                                            enumeration = {"hsds", "samhsa"},
                                            defaultValue = "hsds"))
                    String rows,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @NotNull byte[] file) {
        ImportFormat format = ImportFormat.of(contentType, rows.equals("samhsa"))
                .orElseThrow(() -> CommonProblem.UNSUPPORTED_MEDIA_TYPE.because("No form that is taken."));
        return keys.once(file, () -> runs.submit(caller.get(), source, format, dryRun, file)
                .map(run -> Response.accepted(run)
                        .location(URI.create(SourceResource.PATH + "/" + source + "/runs/" + run.id()))
                        .build()));
    }

    @GET
    @Allowed(scope = "directory:read", roles = Roles.PLATFORM_ADMIN)
    @Operation(operationId = "listImportRuns", summary = "List the runs of a source, newest first")
    @APIResponse(responseCode = "200", description = "A page of runs.")
    @APIResponse(responseCode = "404", description = "There is no such source (not-found).")
    public Uni<Page<ImportRun>> list(
            @RestPath UUID source,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        String list = "import-runs|" + source;
        UUID before = cursor == null
                ? NEWEST
                : UUID.fromString(cursors.decode(list, cursor).getFirst());
        return runs.page(source, before, limit + 1).map(found -> page(list, found, limit));
    }

    @GET
    @Path("{id}")
    @Allowed(scope = "directory:read", roles = Roles.PLATFORM_ADMIN)
    @Operation(operationId = "getImportRun", summary = "Read what became of a file")
    @APIResponse(
            responseCode = "200",
            description = "The run.",
            content = @Content(schema = @Schema(implementation = ImportRun.class)))
    @APIResponse(responseCode = "404", description = "The source has no such run (not-found).")
    public Uni<Response> read(@RestPath UUID source, @RestPath UUID id) {
        return runs.read(source, id).map(run -> Response.ok(run)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    private Page<ImportRun> page(String list, List<ImportRun> found, int limit) {
        return cursors.page(list, found, limit, last -> List.of(last.id().toString()));
    }
}
