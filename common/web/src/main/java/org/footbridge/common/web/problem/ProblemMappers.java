package org.footbridge.common.web.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** From exception to problem document: what is not listed here is a fault of ours and shows no detail. */
@Singleton
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemResponses responses;

    public ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
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
    public Response notFound(NotFoundException e, RoutingContext request) {
        return responses.response(CommonProblem.NOT_FOUND.because("Nothing is here for this caller."), request);
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
        LOG.errorf(e, "request failed: %s %s", request.request().method(), request.normalizedPath());
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
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        Uni<ChallengeData> challenge =
                authenticator == null ? Uni.createFrom().nullItem() : authenticator.getChallenge(request);
        return challenge.map(data -> {
            Problem problem = CommonProblem.UNAUTHENTICATED.because("Send a valid bearer token of the issuer.");
            problem.header("WWW-Authenticate", "Bearer");
            if (data != null) {
                data.getHeaders().forEach((name, value) -> problem.header(name.toString(), value));
            }
            return responses.response(problem, request);
        });
    }
}
