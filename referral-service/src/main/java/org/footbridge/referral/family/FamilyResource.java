package org.footbridge.referral.family;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Referrals for students and guardians. */
@Path("/api/v1/family-referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Families",
        description =
                "For the student, and for guardians with rights who may be contacted: how far it is, in plain words.")
public class FamilyResource {
    private final CurrentCaller caller;
    private final FamilyService families;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    FamilyResource(CurrentCaller caller, FamilyService families, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.families = families;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.STUDENT, Roles.GUARDIAN})
    @Operation(operationId = "askForSupport", summary = "Ask for support for oneself or for a child")
    @APIResponse(
            responseCode = "201",
            description = "The school's coordinators see it.",
            content = @Content(schema = @Schema(implementation = FamilyReferral.class)))
    public Uni<Response> ask(@NotNull FamilyForm form) {
        return keys.once(form, () -> families.ask(caller.get(), form).map(seen -> Response.created(
                        URI.create("/api/v1/family-referrals/" + seen.referral().id()))
                .entity(seen.referral())
                .tag(Version.tag(seen.version()))
                .build()));
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.STUDENT, Roles.GUARDIAN})
    @Operation(
            operationId = "listFamilyReferrals",
            summary = "List one's own or one's children's referrals, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<FamilyReferral>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String identity = "family|" + caller.get().tenant() + "|" + caller.get().subject();
        UUID before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return families.list(caller.get(), before, limit).map(found -> page(found, limit, identity));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.STUDENT, Roles.GUARDIAN})
    @Operation(operationId = "getFamilyReferral", summary = "Read how far a referral is")
    @APIResponse(
            responseCode = "200",
            description = "In plain words.",
            content = @Content(schema = @Schema(implementation = FamilyReferral.class)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return families.read(caller.get(), id).map(seen -> Response.ok(seen.referral())
                .tag(Version.tag(seen.version()))
                .build());
    }

    private Page<FamilyReferral> page(List<FamilyReferral> found, int limit, String identity) {
        return cursors.page(identity, found, limit, last -> List.of(last.id().toString()));
    }
}
