package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.ProblemDocument;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class ImportResource {
    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @POST
    @Allowed(
            scope = "directory:write",
            roles = {Roles.PLATFORM_ADMIN})
    @Cancellable(false)
    @Operation(
            operationId = "importDirectory",
            summary = "Load organizations and services",
            description =
                    "Takes HSDS 3.2 JSON: an object with `organizations` (each a full organization with its `services`) and"
                            + " optionally `taxonomies` and `taxonomy_terms`; a bare array of organizations; or one organization. It is"
                            + " checked whole and applied whole. Sending the same file again changes nothing. Members that we do not"
                            + " know are kept. Scope `directory:write`, role platform_admin.")
    @APIResponse(
            responseCode = "200",
            description = "Applied; counts say what was new, changed or the same.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "400", description = "Not JSON.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "413", description = "More than 12 MB; send fewer organizations at a time.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    @APIResponse(
            responseCode = "422",
            description = "Nothing was applied; `errors` names every fault and its place.",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<ImportReport> load(
            @RequestBody(
                            required = true,
                            description = "HSDS JSON",
                            content =
                                    @Content(
                                            schema = @Schema(description = "Object or array."),
                                            examples =
                                                    @ExampleObject(
                                                            name = "one organization",
                                                            value =
                                                                    "{\"organizations\":[{\"id\":\"01980000-0000-7000-8000-00000000a00e\","
                                                                            + "\"name\":\"Rainbow Commons\",\"description\":\"A youth center\","
                                                                            + "\"services\":[]}]}")))
                    JsonNode document) {
        if (document == null || document.isMissingNode() || document.isNull()) {
            throw CommonProblem.MALFORMED.because("The body is empty; send HSDS JSON.");
        }
        return imports.load(document);
    }
}
