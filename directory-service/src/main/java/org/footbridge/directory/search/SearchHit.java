package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.directory.capacity.CapacityView;
import org.footbridge.directory.responsiveness.Responsiveness;

/** A service that may fit. */
@Schema(
        name = "ServiceHit",
        description = "A service that may fit. What is not known of it never excludes it, but puts it further down.")
public record SearchHit(
        @Schema(required = true) UUID serviceId,
        @Schema(required = true, maxLength = 500) String name,
        @Schema(required = true) UUID organizationId,
        @Schema(required = true, maxLength = 500) String organizationName,

        @Schema(
                required = true,
                maxLength = 20,
                description = "agency, or school for a school's own team. More values may come.")
        String organizationKind,

        @Schema(
                description =
                        "The organization that answers referrals for this service: its own, or the nearest one above it"
                                + " that takes part. Absent where none does.")
        UUID agencyId,

        @Schema(required = true) CapacityView capacity,

        @Schema(required = true, maxItems = 100, description = "ISO 639 codes; empty where unknown.")
        List<String> languages,

        @Schema(
                required = true,
                maxItems = 10,
                description = "medicaid, chip, private, sliding, none; empty where unknown.")
        List<String> insurance,

        @Schema(required = true) Ages ages,

        @Schema(required = true, maxItems = 100, description = "Codes of what it is especially good at.")
        List<String> concerns,

        @Schema(required = true, maxItems = 10, description = "free, sliding, fee; empty where unknown.")
        List<String> cost,

        @Schema(required = true, maxItems = 10, description = "in-person, telehealth; empty where unknown.")
        List<String> modes,

        @Schema(description = "Absent where there are too few cases.")
        Responsiveness responsiveness,

        @Schema(
                minimum = "0",
                description = "To the nearest place of the service; absent without `near` or coordinates.")
        BigDecimal distanceKm,

        @Schema(
                required = true,
                maxItems = 20,
                description = "The criteria that are known to fit.",
                examples = "[\"age\",\"language\"]")
        List<String> matched,

        @Schema(
                required = true,
                maxItems = 20,
                description = "The criteria of which nothing is known for this service.")
        List<String> unknown) {

    /** For whom a service is, in years; a bound that is absent is unknown or open. */
    @Schema(name = "Ages")
    public record Ages(
            @Schema(minimum = "0") BigDecimal minimum,
            @Schema(minimum = "0") BigDecimal maximum) {}
}
