package org.footbridge.directory.truth;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which entry stays. */
@Schema(description = "Which entry stays.", examples = "{\"into\":\"01980000-0000-7000-8000-0000005e0001\"}")
record MergeRequest(@Schema(required = true) @NotNull UUID into) {}
