package org.footbridge.directory.truth;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an entry comes from. */
@Schema(
        description =
                "The sources that name a service, the preferred one first, and whose word each field is where several"
                        + " name it. `platform` is what no source but the platform said.",
        examples = "{\"serviceId\":\"01980000-0000-7000-8000-0000005e0001\",\"sources\":[{\"code\":\"county-211\","
                + "\"precedence\":20,\"foreignId\":\"svc-17\"}],\"fields\":{\"name\":\"county-211\"}}")
record ServiceSources(
        @Schema(required = true) UUID serviceId,
        @Schema(required = true, maxItems = 1000) List<NamedBy> sources,
        @Schema(required = true) Map<String, String> fields) {

    /** A source and its name for the service. */
    @Schema(name = "NamedBySource")
    record NamedBy(
            @Schema(required = true, maxLength = 40) String code,
            @Schema(required = true) int precedence,
            @Schema(required = true, maxLength = 10000) String foreignId) {}
}
