package org.footbridge.directory.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@code GET /hsds/} says of this API. */
@Schema(name = "HsdsApi", description = "What this API is, in the words of HSDS 3.2.")
record HsdsRoot(
        @Schema(required = true, maxLength = 10, examples = "3.2")
        String version,

        @Schema(required = true, maxLength = 500) String profile,

        @JsonProperty("openapi_url") @Schema(required = true, maxLength = 500)
        String openapiUrl,

        @Schema(required = true, maxLength = 1000) String description,
        @Schema(required = true) Publisher publisher) {

    /** Who publishes the directory. */
    @Schema(name = "HsdsPublisher")
    record Publisher(
            @Schema(required = true, maxLength = 200) String name,
            @Schema(maxLength = 320) String email,
            @Schema(maxLength = 500) String website,

            @JsonProperty("additional_websites") @Schema(required = true, maxItems = 10)
            List<String> additionalWebsites) {}
}
