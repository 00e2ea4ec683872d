package org.footbridge.directory.hsds;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** HSDS chooses the stream by {@code format=ndjson}, HTTP by Accept: this turns the one into the other. */
@Singleton
public class NdjsonFilter {
    static final String NDJSON = "application/x-ndjson";

    @ServerRequestFilter(preMatching = true)
    public void chooseByFormat(ContainerRequestContext request, UriInfo uri) {
        if (uri.getPath().startsWith("/hsds/")) {
            boolean stream = "ndjson".equals(uri.getQueryParameters().getFirst("format"));
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, stream ? NDJSON : "application/json");
        }
    }
}
