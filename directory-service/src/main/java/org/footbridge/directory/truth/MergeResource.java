package org.footbridge.directory.truth;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/services/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory truth", description = "Verified, corrected, and each entry there once.")
class MergeResource {
    private final MergeService merges;
    private final CurrentCaller caller;

    MergeResource(MergeService merges, CurrentCaller caller) {
        this.merges = merges;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "directory:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "mergeService",
            summary = "Make two entries one",
            description =
                    "The entry of the path becomes a tombstone (`defunct`) whose id is an alias of the other; its places,"
                            + " open suggestions and the names that sources have for it go over.")
    @APIResponseSchema(value = Merged.class, responseCode = "200", responseDescription = "Merged.")
    @APIResponse(responseCode = "404", description = "One of the two is not there (not-found).")
    @APIResponse(
            responseCode = "409",
            description =
                    "One of the two was merged already, is seen by others, or is curated by another district (conflict).")
    @APIResponse(responseCode = "422", description = "Into itself (invalid).")
    public Uni<Merged> merge(@RestPath UUID id, @NotNull @Valid MergeRequest wanted) {
        return merges.merge(id, wanted.into(), caller.get());
    }
}
