package org.footbridge.referral.agreement;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/agreements")
@Tag(name = "Agreements", description = "Which agency may be sent a district's referrals.")
class AgreementResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final AgreementService agreements;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    AgreementResource(AgreementService agreements, IdempotencyKeys keys, Cursors cursors) {
        this.agreements = agreements;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(operationId = "concludeAgreement", summary = "Record an agreement of a district and an agency")
    @APIResponseSchema(value = AgreementResponse.class, responseCode = "201", responseDescription = "The agreement.")
    @APIResponse(responseCode = "409", description = "One of the two is live on these days (already-exists).")
    @APIResponse(responseCode = "422", description = "The district is unknown or the days are in the wrong order.")
    public Uni<Response> conclude(@NotNull @Valid NewAgreement body) {
        return keys.once(body, () -> agreements.conclude(body).map(agreement -> Response.created(
                        URI.create("/api/v1/agreements/" + agreement.id()))
                .tag(Version.tag(agreement.version()))
                .entity(agreement)
                .build()));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "roster:read",
            roles = {Roles.PLATFORM_ADMIN, Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "listAgreements", summary = "List a district's agreements, oldest first")
    @APIResponse(responseCode = "200", description = "A page; empty for a district that is not the caller's.")
    public Uni<Page<AgreementResponse>> list(
            @NotNull @QueryParam("districtId") UUID districtId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        String list = "agreements|" + districtId;
        UUID after = cursor == null
                ? FIRST
                : UUID.fromString(cursors.decode(list, cursor).getFirst());
        return agreements.page(districtId, after, limit + 1).map(found -> page(list, found, limit));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "roster:read",
            roles = {Roles.PLATFORM_ADMIN, Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "getAgreement", summary = "Read an agreement")
    @APIResponseSchema(value = AgreementResponse.class, responseCode = "200", responseDescription = "The agreement.")
    @APIResponse(responseCode = "404", description = "There is no such agreement for this caller (not-found).")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return agreements.get(id).map(AgreementResource::answer);
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "endAgreement",
            summary = "End an agreement at once",
            description =
                    "Nothing more is sent to the agency, and what was sent can be read no more. If-Match is heeded.")
    @APIResponseSchema(value = AgreementResponse.class, responseCode = "200", responseDescription = "As it ended.")
    @APIResponse(responseCode = "404", description = "There is no such agreement for this caller (not-found).")
    @APIResponse(responseCode = "409", description = "It has ended already (conflict).")
    @APIResponse(responseCode = "412", description = "The agreement has changed since it was read (stale).")
    public Uni<Response> end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndRequest body) {
        long expected = ifMatch == null ? Version.ANY : Version.expected(ifMatch);
        return agreements.end(id, expected, body.reason()).map(AgreementResource::answer);
    }

    private Page<AgreementResponse> page(String list, List<AgreementResponse> found, int limit) {
        return cursors.page(list, found, limit, last -> List.of(last.id().toString()));
    }

    private static Response answer(AgreementResponse agreement) {
        return Response.ok(agreement)
                .tag(Version.tag(agreement.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
