package org.footbridge.common.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Gives the schema of ids an example: it stands in nearly every request and answer. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdsInDocument implements OASFilter {
    private static final String UUID = "UUID";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Schema id = document.getComponents().getSchemas().get(UUID);
        if (id != null) {
            id.setExamples(List.of("01980000-0000-7000-8000-0000005e0001"));
        }
    }
}
