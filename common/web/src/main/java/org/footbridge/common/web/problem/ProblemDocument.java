package org.footbridge.common.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error answer of the suite: {@code application/problem+json} (RFC 9457). */
@Schema(name = "Problem", description = "RFC 9457 problem document; some problems have further members.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        @Schema(description = "The page of our catalogue that explains this problem.", maxLength = 300)
        String type,

        @Schema(maxLength = 200) String title,
        @Schema(minimum = "400", maximum = "599") int status,
        @Schema(maxLength = 2000) String detail,

        @Schema(description = "The path of the request.", maxLength = 2000)
        String instance,

        @Schema(description = "The X-Request-Id of the request.", maxLength = 64)
        String requestId,

        @Schema(maxItems = 1000) List<Fault> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
