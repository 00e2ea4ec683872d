package org.footbridge.common.web.paging;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says the next page in a Link header too, relative to the gateway. */
@Singleton
public class PageLinks {

    @ServerResponseFilter
    public void link(ContainerRequestContext request, ContainerResponseContext response, UriInfo uri) {
        if (response.getEntity() instanceof Paged page && page.next() != null) {
            String next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toString();
            int path = next.indexOf('/', next.indexOf("//") + 2);
            response.getHeaders().add("Link", "<" + next.substring(path) + ">; rel=\"next\"");
        }
    }
}
