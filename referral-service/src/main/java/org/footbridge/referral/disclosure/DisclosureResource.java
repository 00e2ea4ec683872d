package org.footbridge.referral.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;

/** The ledger of disclosures. */
@Path("/api/v1/students/{studentId}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disclosures", description = "What of a student went to whom (34 CFR 99.32).")
public class DisclosureResource {
    private final CurrentCaller caller;
    private final DisclosureService disclosures;
    private final Cursors cursors;

    DisclosureResource(CurrentCaller caller, DisclosureService disclosures, Cursors cursors) {
        this.caller = caller;
        this.disclosures = disclosures;
        this.cursors = cursors;
    }

    @GET
    @Allowed(
            scope = "consent:read",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(
            operationId = "listStudentDisclosures",
            summary = "List a student's disclosures, newest first",
            description = "For coordinators of the student's schools, guardians with rights, and students of age.")
    @APIResponse(responseCode = "200", description = "One page of the ledger.")
    public Uni<Page<DisclosureResponse>> list(
            @PathParam("studentId") UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        Caller who = caller.get();
        String identity = "disclosures|" + who.tenant() + "|" + studentId;
        UUID before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return disclosures.ofStudent(who, studentId, before, limit + 1).map(rows -> page(rows, limit, identity));
    }

    private Page<DisclosureResponse> page(List<DisclosureResponse> rows, int limit, String identity) {
        return cursors.page(identity, rows, limit, last -> List.of(last.id().toString()));
    }
}
