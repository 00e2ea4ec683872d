package org.footbridge.notification.preference;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.ProblemDocument;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How the caller wants to be told. */
@Path("/api/v1/notifications/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "What people are told, and how they want to be told.")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class PreferenceResource {
    private final CurrentCaller caller;
    private final PreferenceService preferences;

    public PreferenceResource(CurrentCaller caller, PreferenceService preferences) {
        this.caller = caller;
        this.preferences = preferences;
    }

    @GET
    @Allowed(
            scope = "notification:read",
            roles = {
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR,
                Roles.GUARDIAN,
                Roles.STUDENT
            })
    @Operation(operationId = "getNotificationPreferences", summary = "Read how you are told")
    @APIResponse(
            responseCode = "200",
            description = "Every topic with its channels; what is usual where you have chosen nothing.",
            content = @Content(schema = @Schema(implementation = PreferencesDocument.class)))
    public Uni<Response> read() {
        return preferences.read(caller.get()).map(PreferenceResource::answer);
    }

    @PUT
    @Cancellable(false)
    @Allowed(
            scope = "notification:write",
            roles = {
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR,
                Roles.GUARDIAN,
                Roles.STUDENT
            })
    @Operation(
            operationId = "setNotificationPreferences",
            summary = "Choose how you are told",
            description = "Replaces what was chosen before. If-Match names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(schema = @Schema(implementation = PreferencesDocument.class)))
    @APIResponse(
            responseCode = "409",
            description = "Nobody of the roster is known for the account (account-not-linked).")
    public Uni<Response> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Schema(maxLength = 40) String ifMatch,
            @NotNull @Valid PreferencesDocument document) {
        return preferences
                .replace(caller.get(), Version.expected(ifMatch), document.read())
                .map(PreferenceResource::answer);
    }

    private static Response answer(PreferenceService.Held held) {
        return Response.ok(PreferencesDocument.of(held.chosen()))
                .tag(Version.tag(held.version()))
                .build();
    }
}
