package org.footbridge.common.web.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Answers what fails outside of the resources, where Quarkus would send an empty or an HTML answer: a path that cannot be
 * decoded, a body that is too large, a bad token on a path without a resource, a path that nobody serves.
 */
@Singleton
public class LastResort {
    private static final Logger LOG = Logger.getLogger(LastResort.class);
    private static final int BEFORE_EVERYTHING = -9_000;

    private final ProblemResponses responses;

    public LastResort(ProblemResponses responses) {
        this.responses = responses;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).failureHandler(this::answer);
        router.errorHandler(400, this::answer);
        router.errorHandler(404, this::answer);
        router.errorHandler(405, this::answer);
    }

    private void answer(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
            Challenges.problem(request).subscribe().with(problem -> responses.end(problem, request), request::fail);
        } else {
            responses.end(problem(request, failure), request);
        }
    }

    private static Problem problem(RoutingContext request, Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof ForbiddenException) {
            return CommonProblem.FORBIDDEN.because("The token's roles or scopes do not allow this.");
        }
        if (failure instanceof RejectedExecutionException) {
            return Outage.problem();
        }
        int status = request.statusCode() >= 400 ? request.statusCode() : 500;
        CommonProblem type = ProblemMappers.ofStatus(status);
        if (type == CommonProblem.INTERNAL) {
            LOG.error("request failed outside of the resources", failure);
        }
        Problem problem = type.because(type.title() + ".");
        return type == CommonProblem.TOO_LARGE ? problem.header("Connection", "close") : problem;
    }
}
