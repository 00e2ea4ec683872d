package org.footbridge.notification.sms;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one operation of the provider's API that is used. */
@Path("/2010-04-01/Accounts/{account}/Messages.json")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RegisterRestClient(configKey = "sms")
interface MessagesApi {

    @POST
    Uni<Response> send(
            @PathParam("account") String account,
            @HeaderParam("Authorization") String authorization,
            @FormParam("To") String to,
            @FormParam("From") String from,
            @FormParam("Body") String body);
}
