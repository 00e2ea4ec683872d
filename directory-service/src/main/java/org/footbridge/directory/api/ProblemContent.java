package org.footbridge.directory.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.footbridge.common.web.problem.ProblemDocument;

/** Every error answer is a problem document, so operations need not say it one by one. */
@OpenApiFilter(OpenApiFilter.RunStage.BOTH)
public class ProblemContent implements OASFilter {
    private static final int FIRST_ERROR = 400;

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().getAPIResponses().forEach(ProblemContent::fill);
        return operation;
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
