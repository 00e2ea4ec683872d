package org.footbridge.notification.preference;

import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.footbridge.notification.preference.UnsubscribeTokens.Subscription;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the link of a mail leads that ends such mails. Following it changes nothing: scanners of mail follow links. */
@Path("/api/v1/notifications/unsubscribe/{token}")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Notifications")
public class UnsubscribeResource {
    private static final String BECAUSE = "the signed token of a mail is the key, and it opens nothing else";
    private static final int LONGEST_TOKEN = 500;

    private final UnsubscribeTokens tokens;
    private final PreferenceService preferences;
    private final Engine templates;
    private final PageStyle style;

    public UnsubscribeResource(
            UnsubscribeTokens tokens, PreferenceService preferences, Engine templates, PageStyle style) {
        this.tokens = tokens;
        this.preferences = preferences;
        this.templates = templates;
        this.style = style;
    }

    @GET
    @Open(because = BECAUSE)
    @Operation(operationId = "askToUnsubscribe", summary = "Open the page that asks whether to end such mails")
    @APIResponse(
            responseCode = "200",
            description = "A page with one button, in the language of the mail.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "No link of ours (not-found).")
    public Response ask(@PathParam("token") @Schema(maxLength = LONGEST_TOKEN) String token) {
        return page("ask", tokens.read(token));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Cancellable(false)
    @Open(because = BECAUSE)
    @Operation(
            operationId = "unsubscribe",
            summary = "End the mails of one topic with one click",
            description =
                    "As RFC 8058 has it: mail programs post List-Unsubscribe=One-Click. The notices stay in the inbox,"
                            + " and a crisis is told in spite of it.")
    @APIResponse(
            responseCode = "200",
            description = "Ended, or ended before.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "No link of ours (not-found).")
    public Uni<Response> end(@PathParam("token") @Schema(maxLength = LONGEST_TOKEN) String token) {
        Subscription from = tokens.read(token);
        return preferences.unsubscribe(from).map(done -> page("done", from));
    }

    private Response page(String step, Subscription of) {
        String html = templates
                .getTemplate("unsubscribe/" + step + "_" + of.language() + ".html")
                .data("topic", of.topic().name())
                .data("style", new RawString(style.css()))
                .render();
        return Response.ok(html)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Security-Policy", style.policy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
