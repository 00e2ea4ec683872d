package org.footbridge.common.web.probe;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.request.RequestContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Operations that fail in each way that an operation can. */
@Path("/probe")
@Produces(MediaType.APPLICATION_JSON)
public class ProbeResource {

    @POST
    @Path("/things")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(scope = "thing:write", roles = Roles.EDUCATOR)
    public Uni<Thing> create(@Valid Thing thing) {
        return Uni.createFrom().item(thing);
    }

    @GET
    @Path("/things/{id}")
    @Allowed(
            scope = "thing:read",
            roles = {Roles.EDUCATOR, Roles.COORDINATOR})
    public Map<String, Object> read(@RestPath UUID id) {
        return Map.of("id", id);
    }

    @PUT
    @Path("/things/{id}")
    @Allowed(scope = "thing:write", roles = Roles.EDUCATOR)
    public Response change(@RestPath UUID id, @HeaderParam("If-Match") String ifMatch) {
        Version.require(Version.expected(ifMatch), 3);
        return Response.noContent().tag(Version.tag(4)).build();
    }

    @GET
    @Path("/things")
    @Open(because = "a list of the test")
    public Page<String> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery LocalDate since,
            @RestQuery Thing.Colour colour,
            @RestQuery UUID owner,
            @RestQuery Boolean flag,
            @RestQuery List<Thing.Colour> colours,
            @HeaderParam("X-Number") Long number) {
        return new Page<>(List.of("one"), "more");
    }

    @GET
    @Path("/open")
    @Open(because = "it says nothing")
    public Map<String, String> open() {
        return Map.of("answer", "yes");
    }

    @GET
    @Path("/undeclared")
    public Map<String, String> undeclared() {
        return Map.of("answer", "must not be seen");
    }

    @GET
    @Path("/broken")
    @Open(because = "it always fails")
    public Map<String, String> broken() {
        throw new IllegalStateException("select secret from java.lang.String");
    }

    @GET
    @Path("/conflict")
    @Open(because = "it always refuses")
    public Uni<Response> conflict() {
        return Uni.createFrom()
                .failure(CommonProblem.CONFLICT
                        .because("It is closed.")
                        .with("allowed", List.of("reopen"))
                        .header("Retry-After", "7"));
    }

    @GET
    @Path("/public")
    @Open(because = "everybody may keep it")
    public Response cached() {
        return Response.ok(Map.of("answer", "yes"))
                .header("Cache-Control", "max-age=60")
                .build();
    }

    @GET
    @Path("/context")
    @Open(because = "it tells the caller's own ids")
    public Uni<Context> context() {
        return Uni.createFrom().item(Context::current);
    }

    @GET
    @Path("/context/late")
    @Open(because = "it tells the caller's own ids")
    public Uni<Context> contextLater() {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(5))
                .map(late -> Context.current());
    }

    @GET
    @Path("/context/worker")
    @Open(because = "it tells the caller's own ids")
    public Context contextOnWorker() {
        return Context.current();
    }

    /** What a service would put on an event, and what the log would show. */
    public record Context(String requestId, String traceparent, String logged) {
        static Context current() {
            return new Context(
                    RequestContext.requestId(), RequestContext.traceparent(), String.valueOf(MDC.get("requestId")));
        }
    }
}
