package org.footbridge.referral.consent.electronic;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.footbridge.common.web.caller.Open;
import org.footbridge.referral.consent.electronic.Answers.Decision;
import org.footbridge.referral.consent.electronic.Answers.Given;
import org.footbridge.referral.consent.electronic.ConsentPages.Reader;
import org.footbridge.referral.consent.electronic.SigningService.Form;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The page behind a signer's link. It is for people, so it is no part of the API document. */
@Path("/consent/{token}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ConsentPageResource {
    private static final String BECAUSE =
            "the link alone shows nothing: a code goes to the address in the roster first";

    private final SigningService signing;
    private final ConsentPages pages;

    ConsentPageResource(SigningService signing, ConsentPages pages) {
        this.signing = signing;
        this.pages = pages;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Open(because = BECAUSE)
    @Operation(hidden = true)
    public Uni<Response> start(
            @PathParam("token") String token,
            @QueryParam("lang") String language,
            @CookieParam(ConsentPages.COOKIE) String browser) {
        return signing.start(token).map(shown -> pages.page(shown, new Reader(token, browser, language)));
    }

    @POST
    @Path("code")
    @Cancellable(false)
    @Open(because = BECAUSE)
    @Operation(hidden = true)
    public Uni<Response> sendCode(
            @PathParam("token") String token,
            @CookieParam(ConsentPages.COOKIE) String browser,
            @FormParam("ticket") String ticket,
            @FormParam("lang") String language) {
        return signing.sendCode(new Form(token, ticket, browser))
                .map(shown -> pages.page(shown, new Reader(token, browser, language)));
    }

    @POST
    @Path("open")
    @Cancellable(false)
    @Open(because = BECAUSE)
    @Operation(hidden = true)
    public Uni<Response> prove(
            @PathParam("token") String token,
            @CookieParam(ConsentPages.COOKIE) String browser,
            @FormParam("ticket") String ticket,
            @FormParam("lang") String language,
            @FormParam("code") String code) {
        return signing.prove(new Form(token, ticket, browser), code)
                .map(shown -> pages.page(shown, new Reader(token, browser, language)));
    }

    @POST
    @Path("answer")
    @Cancellable(false)
    @Open(because = BECAUSE)
    @Operation(hidden = true)
    public Uni<Response> answer(
            @PathParam("token") String token,
            @CookieParam(ConsentPages.COOKIE) String browser,
            @FormParam("ticket") String ticket,
            @FormParam("lang") String language,
            @FormParam("answer") String answer,
            @FormParam("name") String name,
            @FormParam("agreed") String agreed) {
        Given given = new Given(decision(answer), name, "yes".equals(agreed), language);
        return signing.answer(new Form(token, ticket, browser), given)
                .map(shown -> pages.page(shown, new Reader(token, browser, language)));
    }

    @POST
    @Path("copy")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    @Cancellable(false)
    @Open(because = BECAUSE)
    @Operation(hidden = true)
    public Uni<Response> copy(
            @PathParam("token") String token,
            @CookieParam(ConsentPages.COOKIE) String browser,
            @FormParam("ticket") String ticket,
            @FormParam("lang") String language) {
        return signing.copy(new Form(token, ticket, browser))
                .map(paper -> paper == null
                        ? pages.page(Shown.gone(), new Reader(token, browser, language))
                        : pages.copy(paper));
    }

    /** {@code null} for what is no button of ours: then the question is shown again. */
    private static Decision decision(String name) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
