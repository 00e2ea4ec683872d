package org.footbridge.common.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.common.web.request.RequestIds;

/** Makes the one shape of error answer, for JAX-RS mappers and for Vert.x routes alike. */
@Singleton
public class ProblemResponses {
    private final String base;
    private final ObjectMapper json;

    public ProblemResponses(@ConfigProperty(name = "footbridge.problems.base") String base, ObjectMapper json) {
        this.base = base;
        this.json = json;
    }

    public ProblemDocument document(Problem problem, RoutingContext request) {
        ProblemType type = problem.type();
        return new ProblemDocument(
                base + type.slug(),
                type.title(),
                type.status(),
                problem.getMessage(),
                path(request),
                RequestIds.of(request),
                problem.faults(),
                problem.members());
    }

    /** As it was sent where it cannot be decoded; a query may hold personal data and is never repeated. */
    private static String path(RoutingContext request) {
        try {
            return request.normalizedPath();
        } catch (IllegalArgumentException e) {
            return request.request().path();
        }
    }

    public Response response(Problem problem, RoutingContext request) {
        Response.ResponseBuilder builder = Response.status(problem.type().status())
                .type(MediaType.valueOf(ProblemDocument.MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .entity(document(problem, request));
        problem.headers().forEach(builder::header);
        return builder.build();
    }

    /** Ends a Vert.x request that never reached a resource. Does nothing where the answer has begun already. */
    public void end(Problem problem, RoutingContext request) {
        if (request.response().headWritten() || request.response().closed()) {
            return;
        }
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        problem.headers().forEach((name, value) -> request.response().putHeader(name, value));
        request.response().end(json(problem, request));
    }

    /** The document as JSON text. */
    public String json(Problem problem, RoutingContext request) {
        try {
            return json.writeValueAsString(document(problem, request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document cannot be written", e);
        }
    }
}
