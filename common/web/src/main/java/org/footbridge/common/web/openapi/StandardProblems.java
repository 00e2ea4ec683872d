package org.footbridge.common.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.footbridge.common.web.problem.ProblemDocument;

/** The problem answers that an operation has because of what it is: with a body, with an id in its path, with a login. */
final class StandardProblems {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String REQUEST_ID_REF = "#/components/headers/" + REQUEST_ID;

    /** When a status belongs to an operation. */
    private record Kind(
            boolean closed, boolean withBody, boolean withParameters, boolean conditional, boolean writing) {}

    private enum Standard {
        MALFORMED(400, "The request cannot be read; `errors` names every fault and its place."),
        UNAUTHENTICATED(401, "A valid access token is needed."),
        FORBIDDEN(403, "The token's roles or scopes, or the caller's relation to the resource, do not allow this."),
        NOT_FOUND(404, "There is no such resource for this caller."),
        NOT_ACCEPTABLE(406, "None of the accepted media types can be made."),
        CONFLICT(409, "The state of the resource forbids this, or the same request is still running."),
        STALE(412, "The resource has changed since it was read."),
        TOO_LARGE(413, "The body is too large."),
        UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported."),
        INVALID(422, "The request is understood but not acceptable; `errors` names every fault and its place."),
        PRECONDITION_REQUIRED(428, "`If-Match` is missing."),
        INTERNAL(500, "Something went wrong on our side; the log knows it under the request id."),
        UNAVAILABLE(503, "A part of the service cannot be reached right now; `Retry-After` says when to try again.");

        private final int status;
        private final String description;

        Standard(int status, String description) {
            this.status = status;
            this.description = description;
        }

        private String component() {
            return name().charAt(0)
                    + name().substring(1).toLowerCase(Locale.ROOT).replace("_", "");
        }

        private boolean fits(Kind kind) {
            return switch (this) {
                case UNAUTHENTICATED, FORBIDDEN -> kind.closed();
                case MALFORMED, NOT_FOUND -> kind.withBody() || kind.withParameters();
                case CONFLICT -> kind.writing();
                case STALE, PRECONDITION_REQUIRED -> kind.conditional();
                case TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID -> kind.withBody();
                case NOT_ACCEPTABLE, INTERNAL, UNAVAILABLE -> true;
            };
        }
    }

    StandardProblems(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addHeader(
                        REQUEST_ID,
                        OASFactory.createHeader()
                                .description("The id of the request, to be named in a question to us.")
                                .schema(OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .maxLength(64)));
        Stream.of(Standard.values())
                .forEach(each -> document.getComponents().addResponse(each.component(), answer(each)));
    }

    /** An error that an operation describes itself needs only its description: its body is a problem document. */
    private static void complete(String status, APIResponse answer) {
        if (answer.getRef() == null) {
            answer.addHeader(REQUEST_ID, requestId());
            if (answer.getContent() == null && status.matches("[45]\\d\\d")) {
                answer.content(problem());
            }
        }
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemDocument.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    private static APIResponse answer(Standard standard) {
        APIResponse answer = OASFactory.createAPIResponse()
                .description(standard.description)
                .content(problem())
                .addHeader(REQUEST_ID, requestId());
        switch (standard) {
            case UNAUTHENTICATED -> answer.addHeader("WWW-Authenticate", text("How to authenticate."));
            case UNAVAILABLE -> answer.addHeader("Retry-After", text("Seconds to wait."));
            default -> {}
        }
        return answer;
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(200));
    }

    private static Header requestId() {
        return OASFactory.createHeader().ref(REQUEST_ID_REF);
    }

    void addTo(Operation operation, HttpMethod verb, boolean closed) {
        Kind kind = kind(operation, verb, closed);
        operation.getResponses().getAPIResponses().forEach(StandardProblems::complete);
        for (Standard standard : Standard.values()) {
            String status = Integer.toString(standard.status);
            if (standard.fits(kind) && !operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse().ref("#/components/responses/" + standard.component()));
            }
        }
    }

    private static Kind kind(Operation operation, HttpMethod verb, boolean closed) {
        List<String> headers = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> headers.add(String.valueOf(parameter.getName())));
        }
        return new Kind(
                closed,
                operation.getRequestBody() != null,
                !headers.isEmpty(),
                headers.stream().anyMatch("If-Match"::equalsIgnoreCase),
                verb != HttpMethod.GET);
    }
}
