package org.footbridge.directory.truth;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which two are not one. */
@Schema(
        description = "Which two services are not one, in any order.",
        examples =
                "{\"first\":\"01980000-0000-7000-8000-0000005e0001\",\"second\":\"01980000-0000-7000-8000-0000005e0002\"}")
record DismissalRequest(
        @Schema(required = true) @NotNull UUID first,
        @Schema(required = true) @NotNull UUID second) {}
