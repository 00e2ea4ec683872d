package org.footbridge.common.web.problem;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** The methods that a path has: a 405 must name them (RFC 9110 section 15.5.6), and Quarkus does not say. */
final class AllowedMethods {
    private AllowedMethods() {}

    static SortedSet<String> ofCurrentRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        SortedSet<String> methods = new TreeSet<>();
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(request.getDeployment().getClassMappers());
        String path = request.getPathWithoutPrefix();
        RequestMapper.RequestMatch<InitialMatch> match = classes.map(path);
        while (match != null) {
            if (match.value.handlers.length > 0 && match.value.handlers[0] instanceof ClassRoutingHandler operations) {
                String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
                operations.getMappers().forEach((method, paths) -> {
                    if (method != null && paths.map(remaining) != null) {
                        methods.add(method);
                    }
                });
            }
            match = classes.continueMatching(path, match);
        }
        return methods;
    }
}
