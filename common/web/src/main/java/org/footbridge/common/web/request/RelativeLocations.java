package org.footbridge.common.web.request;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A Location is a path, as RFC 9110 section 10.2.2 allows: JAX-RS would put this service's own host before it, which nobody
 * outside can reach or should know.
 */
@Singleton
public class RelativeLocations {

    @ServerResponseFilter
    public void shorten(ContainerResponseContext response, RoutingContext request) {
        Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            URI uri = URI.create(location.toString());
            if (uri.isAbsolute() && isOurs(uri, request)) {
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                response.getHeaders().putSingle(HttpHeaders.LOCATION, uri.getRawPath() + query);
            }
        }
    }

    private static boolean isOurs(URI uri, RoutingContext request) {
        return uri.getAuthority().equals(String.valueOf(request.request().authority()));
    }
}
