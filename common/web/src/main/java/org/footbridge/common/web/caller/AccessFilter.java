package org.footbridge.common.web.caller;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Enforces {@link Allowed} and {@link Open}: what declares neither is closed. */
@Singleton
public class AccessFilter {
    private final CurrentCaller caller;

    public AccessFilter(CurrentCaller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = 900)
    public void check(ResourceInfo operation) {
        Allowed allowed = operation.getResourceMethod().getAnnotation(Allowed.class);
        if (allowed == null) {
            requireOpen(operation);
            return;
        }
        if (!caller.isKnown()) {
            throw new UnauthorizedException();
        }
        Caller who = caller.get();
        boolean roleFits = Arrays.stream(allowed.roles()).anyMatch(who::has);
        if (!roleFits || !who.scopes().contains(allowed.scope())) {
            throw new ForbiddenException();
        }
    }

    private static void requireOpen(ResourceInfo operation) {
        if (operation.getResourceMethod().getAnnotation(Open.class) == null) {
            throw new ForbiddenException();
        }
    }
}
