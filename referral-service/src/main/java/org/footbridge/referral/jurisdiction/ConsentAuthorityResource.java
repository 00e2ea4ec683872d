package org.footbridge.referral.jurisdiction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;

/** Who may consent for a student today. */
@Path("/api/v1/students/{id}/consent-authority")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jurisdictions")
public class ConsentAuthorityResource {
    private final CurrentCaller caller;
    private final JurisdictionService rules;

    ConsentAuthorityResource(CurrentCaller caller, JurisdictionService rules) {
        this.caller = caller;
        this.rules = rules;
    }

    @GET
    @Allowed(
            scope = "consent:read",
            roles = {Roles.COORDINATOR, Roles.COUNSELOR})
    @Operation(
            operationId = "getConsentAuthority",
            summary = "Ask who may consent for a student today",
            description =
                    "Decided anew each time, out of age, the district's state and the rule that holds today. Unknown"
                            + " state, rule or birth date: a guardian, and a person has to look.")
    @APIResponse(responseCode = "200", description = "The decision with the law that it rests on.")
    public Uni<Authority> read(
            @PathParam("id") UUID id, @QueryParam("topic") @DefaultValue("OUTPATIENT_MH") Topic topic) {
        return rules.authority(caller.get(), id, topic);
    }
}
