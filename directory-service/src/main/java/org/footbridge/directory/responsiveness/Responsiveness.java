package org.footbridge.directory.responsiveness;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to the placements of the last year at a service; each figure only where there are ten cases of it. */
@Schema(
        description =
                "What happened to the placements of the last year at this service. A figure is absent below ten cases.",
        examples = "{\"medianDaysToAnswer\":2,\"medianDaysToFirstVisit\":11,\"acceptedPercent\":83}")
public record Responsiveness(
        @Schema(minimum = "0", description = "From sending to accepting or declining.")
        Integer medianDaysToAnswer,

        @Schema(minimum = "0", description = "From sending to the first visit that was kept.")
        Integer medianDaysToFirstVisit,

        @Schema(minimum = "0", maximum = "100", description = "Accepted of all that were answered.")
        Integer acceptedPercent) {}
