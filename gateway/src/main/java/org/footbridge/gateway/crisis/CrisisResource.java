package org.footbridge.gateway.crisis;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.footbridge.common.web.caller.Open;

/** The national lines of help, bundled with the door so that they need no database, no service and no login (decision 32). */
@Path("/crisis")
public class CrisisResource {
    private static final String BECAUSE = "whoever needs help must not have to log in";

    private final String json = bundled("/crisis.json");
    private final String html = bundled("/crisis.html");

    @GET
    @Produces("application/json;qs=1.0")
    @Open(because = BECAUSE)
    @Operation(operationId = "readCrisisLines", summary = "Whom to call, text or chat with in a crisis")
    public Response json() {
        return keepable(json, MediaType.APPLICATION_JSON);
    }

    @GET
    @Produces("text/html;qs=0.5")
    @Open(because = BECAUSE)
    @Operation(hidden = true)
    public Response page() {
        return keepable(html, "text/html;charset=UTF-8");
    }

    private static Response keepable(String body, String type) {
        return Response.ok(body, type)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    private static String bundled(String name) {
        try (InputStream file = CrisisResource.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
