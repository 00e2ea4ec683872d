package org.footbridge.referral;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.footbridge.common.web.problem.ProblemDocument;

/** What any operation may answer, said once: and every error answer is a problem document. */
@OpenApiFilter(OpenApiFilter.RunStage.BOTH)
public class StandardResponses implements OASFilter {
    private static final int FIRST_ERROR = 400;

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        add(responses, "400", "The request cannot be read, or a parameter or header is not valid.");
        add(responses, "401", "A valid access token is needed (unauthenticated).");
        add(responses, "403", "The token's roles or scopes do not allow this (forbidden).");
        if (operation.getRequestBody() != null) {
            add(responses, "413", "The body is too large (too-large).");
            add(responses, "415", "The body's media type is not supported (unsupported-media-type).");
            add(responses, "422", "Understood but not acceptable; every fault with its place (invalid).");
        }
        add(responses, "503", "A part of the service cannot be reached right now (unavailable).");
        responses.getAPIResponses().forEach(StandardResponses::fill);
        return operation;
    }

    private static void add(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static void fill(String status, APIResponse response) {
        boolean error = status.matches("\\d{3}") && Integer.parseInt(status) >= FIRST_ERROR;
        if (error && response.getContent() == null) {
            response.content(OASFactory.createContent()
                    .addMediaType(
                            ProblemDocument.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        }
    }
}
