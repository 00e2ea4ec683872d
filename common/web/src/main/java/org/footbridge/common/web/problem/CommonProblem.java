package org.footbridge.common.web.problem;

/** Problems that any operation may answer with (api.md, decision 28). */
public enum CommonProblem implements ProblemType {
    MALFORMED(400, "The request cannot be read"),
    INVALID_PARAMETER(400, "A parameter or header is not valid"),
    INVALID_CURSOR(400, "The cursor is not one of ours for this list"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    FORBIDDEN(403, "The caller may not do this"),
    NOT_FOUND(404, "There is no such resource for this caller"),
    METHOD_NOT_ALLOWED(405, "The resource does not have this method"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be made"),
    CONFLICT(409, "The state of the resource forbids this"),
    CONCURRENT_CHANGE(409, "Somebody changed the resource at the same time"),
    ALREADY_EXISTS(409, "There is one already"),
    REQUEST_RUNNING(409, "A request with this Idempotency-Key is still running"),
    STALE(412, "The resource has changed since it was read"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
    INVALID(422, "The request is understood but not acceptable"),
    KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
    PRECONDITION_REQUIRED(428, "If-Match is needed to change this resource"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The request's headers are too large"),
    INTERNAL(500, "Something went wrong on our side"),
    BAD_GATEWAY(502, "A part behind the gateway answered nonsense"),
    UNAVAILABLE(503, "A part of the service cannot be reached right now"),
    TIMEOUT(504, "A part behind the gateway did not answer in time");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return Slugs.of(this);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
