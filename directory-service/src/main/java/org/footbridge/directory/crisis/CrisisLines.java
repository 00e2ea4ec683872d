package org.footbridge.directory.crisis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All crisis lines, the most general first. */
public record CrisisLines(
        @Schema(required = true, maxItems = 200) List<CrisisLineResponse> items) {}
