package org.footbridge.common.web.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One fault of the input.
 *
 * @param pointer where: a JSON Pointer into the body, or {@code query/NAME}, {@code header/NAME}, {@code path/NAME}
 * @param code what, for programs: kebab-case and stable
 * @param message what, for people; never the refused value where it may be personal
 */
@Schema(description = "One fault of the input and where it is.")
public record Fault(
        @Schema(maxLength = 500) String pointer,
        @Schema(maxLength = 100) String code,
        @Schema(maxLength = 1000) String message) {}
