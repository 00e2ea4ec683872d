package org.footbridge.common.persistence;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.ProblemResponses;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Two changed the same row at once and this one lost: 412 where it had named a version, else 409. Seen only at commit. */
@Singleton
public class LostRaceMappers {
    private final ProblemResponses responses;

    public LostRaceMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    public Response lost(OptimisticLockException e, RoutingContext request) {
        boolean conditional = request.request().getHeader(HttpHeaders.IF_MATCH) != null;
        CommonProblem problem = conditional ? CommonProblem.STALE : CommonProblem.CONCURRENT_CHANGE;
        return responses.response(problem.because("Somebody else changed it first. Read it again."), request);
    }
}
