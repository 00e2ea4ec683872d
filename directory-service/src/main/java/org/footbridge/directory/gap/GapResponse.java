package org.footbridge.directory.gap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gap as its district sees it. */
@Schema(
        name = "Gap",
        description = "Something that a referral needed and no service offers. It says nothing of for whom.",
        examples =
                "{\"id\":\"01980000-0000-7000-8000-000000000901\",\"criteria\":[\"language\",\"distance\"],\"decisive\":[\"language\"],"
                        + "\"codes\":{\"language\":[\"so\"]},\"lastFoundAt\":\"2026-11-21T12:00:00Z\",\"times\":2}")
public record GapResponse(
        @Schema(required = true) UUID id,

        @Schema(required = true, maxItems = 20, description = "What was asked for.")
        List<String> criteria,

        @Schema(
                required = true,
                maxItems = 20,
                description = "Criteria each of which alone keeps services from fitting.")
        List<String> decisive,

        @Schema(required = true, description = "The codes that were asked for, by criterion.")
        Map<String, List<String>> codes,

        @Schema(required = true) Instant lastFoundAt,

        @Schema(required = true, minimum = "1", description = "How often on its day.")
        int times) {}
