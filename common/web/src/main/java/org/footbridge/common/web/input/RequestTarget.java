package org.footbridge.common.web.input;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import org.footbridge.common.web.problem.CommonProblem;

/** Refuses a request whose target is no URI, such as {@code /a%zz}, or holds NUL, before any part reads it its own way. */
@Singleton
class RequestTarget {
    private static final int BEFORE_EVERYTHING = -10_000;

    void register(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(RequestTarget::check);
    }

    private static void check(RoutingContext request) {
        try {
            new URI(request.request().uri());
        } catch (URISyntaxException e) {
            // not e's message: it repeats what was sent
            request.fail(CommonProblem.MALFORMED.because(
                    "The request's target is not a valid URI: character " + e.getIndex() + " is not allowed there."));
            return;
        }
        if (request.request().uri().contains("%00")) {
            request.fail(CommonProblem.MALFORMED.because("The request's target holds NUL, which no name or id has."));
            return;
        }
        request.next();
    }
}
