package org.footbridge.directory.truth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says is wrong. */
@Schema(
        description = "What somebody says should stand there instead. Do not write about a person.",
        examples = "{\"serviceId\":\"01980000-0000-7000-8000-0000005e0001\",\"field\":\"FEES_DESCRIPTION\","
                + "\"value\":\"Free of charge\",\"reason\":\"It says so at the door.\"}")
record SuggestionRequest(
        @Schema(required = true) @NotNull UUID serviceId,
        @Schema(required = true) @NotNull SuggestedField field,
        @Schema(required = true) @NotBlank @Size(max = 2000) String value,
        @Size(max = 500) String reason) {}
