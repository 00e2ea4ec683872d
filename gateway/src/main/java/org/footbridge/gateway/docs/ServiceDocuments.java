package org.footbridge.gateway.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.footbridge.gateway.proxy.Routes;
import org.footbridge.gateway.proxy.Upstream;
import org.footbridge.gateway.proxy.UpstreamReader;
import org.jboss.logging.Logger;

/** The OpenAPI documents that the services serve, asked for at most once in 20 s; a service that is down keeps its last. */
@Singleton
public class ServiceDocuments {
    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final Duration KEPT = Duration.ofSeconds(20);

    private final ObjectMapper json;
    private final Map<String, ObjectNode> last = new ConcurrentHashMap<>();
    private final Uni<Map<String, ObjectNode>> documents;

    public ServiceDocuments(Routes routes, UpstreamReader services, ObjectMapper json) {
        this.json = json;
        List<Uni<Boolean>> questions =
                routes.upstreams().stream().map(each -> ask(each, services)).toList();
        this.documents = Uni.join()
                .all(questions)
                .andFailFast()
                .map(asked -> (Map<String, ObjectNode>) new TreeMap<>(last))
                .memoize()
                .atLeast(KEPT);
    }

    /** By name of the service; a service that was never seen is missing. The documents must not be changed. */
    Uni<Map<String, ObjectNode>> all() {
        return documents;
    }

    private Uni<Boolean> ask(Upstream upstream, UpstreamReader services) {
        return services.get(upstream, "/q/openapi?format=json")
                .map(this::parse)
                .invoke(document -> last.put(upstream.name(), document))
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.warnf("no API document of %s: %s", upstream.name(), failure))
                .onFailure()
                .recoverWithItem(false);
    }

    private ObjectNode parse(Buffer document) {
        try {
            return json.readValue(document.getBytes(), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
