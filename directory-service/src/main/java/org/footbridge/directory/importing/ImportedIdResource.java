package org.footbridge.directory.importing;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.jboss.resteasy.reactive.RestPath;

@Path(SourceResource.PATH + "/{source}/ids")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory imports", description = "Files of others: sources, runs, and what became of foreign ids.")
class ImportedIdResource {
    private final RunService runs;
    private final Cursors cursors;

    ImportedIdResource(RunService runs, Cursors cursors) {
        this.runs = runs;
        this.cursors = cursors;
    }

    @GET
    @Allowed(scope = "directory:read", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "listImportedIds",
            summary = "List what a source calls its records",
            description = "In the order of kind and foreign id.")
    @APIResponse(responseCode = "200", description = "A page of names.")
    @APIResponse(responseCode = "404", description = "There is no such source (not-found).")
    public Uni<Page<ImportedId>> ids(
            @RestPath UUID source,
            @QueryParam("id") @Parameter(description = "Only what this record is called.") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        String list = "import-ids|" + source + "|" + id;
        List<String> after = cursor == null ? List.of("", "") : cursors.decode(list, cursor);
        return runs.ids(source, new ForeignIds.Key(after.getFirst(), after.getLast()), id, limit + 1)
                .map(found -> page(list, found, limit));
    }

    private Page<ImportedId> page(String list, List<ImportedId> found, int limit) {
        return cursors.page(list, found, limit, last -> List.of(last.entity(), last.foreignId()));
    }
}
