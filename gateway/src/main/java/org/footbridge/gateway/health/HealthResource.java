package org.footbridge.gateway.health;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.footbridge.common.web.caller.Open;
import org.footbridge.gateway.proxy.Routes;
import org.footbridge.gateway.proxy.Upstream;
import org.footbridge.gateway.proxy.UpstreamReader;
import org.jboss.logging.Logger;

/** Asks every service whether it is ready; the answer is kept for two seconds, so that asking costs the services nothing. */
@Path("/health")
public class HealthResource {
    private static final Logger LOG = Logger.getLogger(HealthResource.class);
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Uni<Health> health;

    public HealthResource(Routes routes, UpstreamReader services) {
        List<Uni<Map.Entry<String, String>>> questions =
                routes.upstreams().stream().map(each -> ask(each, services)).toList();
        this.health = Uni.join()
                .all(questions)
                .andFailFast()
                .map(HealthResource::summed)
                .memoize()
                .atLeast(KEPT);
    }

    /** {@code UP} or {@code DOWN}, in sum and for each service. */
    public record Health(String status, Map<String, String> services) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Open(because = "monitors have no account, and it names no more than the parts")
    @Operation(operationId = "readHealth", summary = "Whether every part is ready")
    @APIResponse(
            responseCode = "200",
            description = "Every part is ready.",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "A part is not ready.",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Uni<Response> read() {
        return health.map(now ->
                Response.status(now.status().equals(UP) ? 200 : 503).entity(now).build());
    }

    private static Uni<Map.Entry<String, String>> ask(Upstream upstream, UpstreamReader services) {
        return services.get(upstream, "/q/health/ready")
                .map(ready -> Map.entry(upstream.name(), UP))
                .onFailure()
                .invoke(failure -> LOG.debugf("%s is not ready: %s", upstream.name(), failure))
                .onFailure()
                .recoverWithItem(Map.entry(upstream.name(), DOWN));
    }

    private static Health summed(List<Map.Entry<String, String>> answers) {
        Map<String, String> services = answers.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        return new Health(services.containsValue(DOWN) ? DOWN : UP, services);
    }
}
