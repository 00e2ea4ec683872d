package org.footbridge.common.web.problem;

import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.footbridge.common.web.request.LoggedPath;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** From exception to problem document: what is not listed here is a fault of ours and shows no detail. */
@Singleton
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemResponses responses;
    private final List<Outage> outages;

    public ProblemMappers(ProblemResponses responses, @All List<Outage> outages) {
        this.responses = responses;
        this.outages = outages;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, RoutingContext request) {
        return responses.response(problem, request);
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = 1000)
    public Uni<Response> unauthorized(RoutingContext request) {
        return challenge(request);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = 1000)
    public Uni<Response> authenticationFailed(RoutingContext request) {
        return challenge(request);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1000)
    public Response forbidden(RoutingContext request) {
        return responses.response(
                CommonProblem.FORBIDDEN.because("The token's roles or scopes do not allow this."), request);
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException e, RoutingContext request) {
        return responses.response(
                CommonProblem.METHOD_NOT_ALLOWED
                        .because("The header Allow names the methods of this path.")
                        .header("Allow", String.join(", ", AllowedMethods.ofCurrentRequest())),
                request);
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException e, RoutingContext request) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return responses.response(ofStatus(status).because(ofStatus(status).title() + "."), request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, RoutingContext request) {
        if (outages.stream().anyMatch(outage -> outage.explains(e))) {
            LOG.warnf(
                    "request cannot be served now: %s %s: %s",
                    request.request().method(), LoggedPath.of(request.normalizedPath()), e);
            return responses.response(Outage.problem(), request);
        }
        LOG.errorf(e, "request failed: %s %s", request.request().method(), LoggedPath.of(request.normalizedPath()));
        return responses.response(CommonProblem.INTERNAL.because("The fault is logged under the request id."), request);
    }

    /** The common problem of an HTTP status; INTERNAL for a status that has none. */
    public static CommonProblem ofStatus(int status) {
        return Arrays.stream(CommonProblem.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElse(status < 500 ? CommonProblem.MALFORMED : CommonProblem.INTERNAL);
    }

    private Uni<Response> challenge(RoutingContext request) {
        return Challenges.problem(request).map(problem -> responses.response(problem, request));
    }
}
