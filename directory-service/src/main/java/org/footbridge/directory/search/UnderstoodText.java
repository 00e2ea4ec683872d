package org.footbridge.directory.search;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the free text, told to whoever wrote it. */
@Schema(name = "UnderstoodText", description = "What became of the words.")
record UnderstoodText(
        @Schema(
                required = true,
                description = "Words that nobody uses here, with the ones that were looked for instead.",
                additionalProperties = List.class)
        Map<String, List<String>> corrected,

        @Schema(
                required = true,
                description = "True where no service has all the words, so that those with any of them are shown.")
        boolean anyWord) {}
