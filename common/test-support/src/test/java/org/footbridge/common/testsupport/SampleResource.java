package org.footbridge.common.testsupport;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The small service that the tools of this module are tried on. */
@Path("/")
@Authenticated
public class SampleResource {

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    SampleResource(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    public record Who(String name, List<String> roles, String tenant) {}

    @GET
    @Path("who")
    public Who who() {
        return new Who(token.getName(), identity.getRoles().stream().sorted().toList(), token.getClaim("tenant"));
    }
}
