package org.footbridge.directory.exporting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The whole directory in one answer, in the forms that an import takes. */
@Path("/api/v1/directory/exports")
@Tag(name = "Directory exports", description = "The directory, whole or restricted to what the caller may see.")
class ExportResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String WHO = " A platform administrator gets everything; others what is public, what they"
            + " own and what their district curates. Scope `directory:read`.";

    private final ExportStreams streams;
    private final TabularExport tabular;
    private final CurrentCaller caller;

    ExportResource(ExportStreams streams, TabularExport tabular, CurrentCaller caller) {
        this.streams = streams;
        this.tabular = tabular;
        this.caller = caller;
    }

    @GET
    @Path("hsds.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "directory:read",
            roles = {
                Roles.PLATFORM_ADMIN,
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.AGENCY_ADMIN,
                Roles.DISTRICT_APP,
                Roles.AGENCY_APP
            })
    @Operation(
            operationId = "exportHsdsJson",
            summary = "Export the directory as HSDS JSON",
            description = "One object with a list for each kind of record; organizations hold their services." + WHO)
    @APIResponse(
            responseCode = "200",
            description = "The directory, as a stream.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Multi<Piece> json() {
        return attachment(streams.document(Audience.of(caller.get())).map(Piece::new), "directory.json");
    }

    @GET
    @Path("hsds.ndjson")
    @Produces(NDJSON)
    @Allowed(
            scope = "directory:read",
            roles = {
                Roles.PLATFORM_ADMIN,
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.AGENCY_ADMIN,
                Roles.DISTRICT_APP,
                Roles.AGENCY_APP
            })
    @Operation(
            operationId = "exportHsdsLines",
            summary = "Export the directory as HSDS, a record a line",
            description =
                    "Organizations and places of nobody as they are; other kinds in a list that names the kind." + WHO)
    @APIResponse(
            responseCode = "200",
            description = "The directory, as a stream.",
            content = @Content(mediaType = NDJSON))
    public Multi<Piece> lines() {
        return attachment(streams.lines(Audience.of(caller.get())).map(Piece::new), "directory.ndjson");
    }

    @GET
    @Path("services.csv")
    @Produces("text/csv")
    @Allowed(
            scope = "directory:read",
            roles = {
                Roles.PLATFORM_ADMIN,
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.AGENCY_ADMIN,
                Roles.DISTRICT_APP,
                Roles.AGENCY_APP
            })
    @Operation(
            operationId = "exportServicesCsv",
            summary = "Export services as one table",
            description = "A row for each service at each of its places, for a spreadsheet: text that would be run as a"
                    + " formula begins with an apostrophe." + WHO)
    @APIResponse(
            responseCode = "200",
            description = "The table, as a stream.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> table() {
        return attachment(streams.table(Audience.of(caller.get())), "services.csv");
    }

    @GET
    @Path("hsds.zip")
    @Produces("application/zip")
    @Cancellable(false)
    @Allowed(
            scope = "directory:read",
            roles = {
                Roles.PLATFORM_ADMIN,
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.AGENCY_ADMIN,
                Roles.DISTRICT_APP,
                Roles.AGENCY_APP
            })
    @Operation(
            operationId = "exportHsdsTabular",
            summary = "Export the directory in the tabular form of HSDS",
            description = "A package of CSV files with their datapackage.json." + WHO)
    @APIResponse(
            responseCode = "200",
            description = "The package.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> tabular(
            @QueryParam("guardFormulas")
                    @DefaultValue("true")
                    @Parameter(
                            description =
                                    "Text that a spreadsheet would run as a formula begins with an apostrophe; the"
                                            + " manifest says so. Programs may switch it off.")
                    boolean guarded,
            @Context RoutingContext request) {
        return tabular.make(Audience.of(caller.get()), guarded)
                .invoke(file -> removeWhenSent(file, request))
                .map(file -> Response.ok(file.toFile())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"directory.zip\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** Whoever hung up while the package was made has ended the request before anybody could wait for its end. */
    private static void removeWhenSent(java.nio.file.Path file, RoutingContext request) {
        request.addEndHandler(sent -> request.vertx().fileSystem().delete(file.toString()));
        if (request.response().closed()) {
            request.vertx().fileSystem().delete(file.toString());
        }
    }

    private static <T> Multi<T> attachment(Multi<T> pieces, String file) {
        return RestMulti.fromMultiData(pieces)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .encodeAsJsonArray(false)
                .build();
    }
}
