package org.footbridge.referral.placement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Steps on many placements, each of them by itself. */
public record BulkRequest(
        @Schema(description = "Done in this order.") @NotEmpty @Size(max = 100)
        List<@NotNull @Valid Item> items) {

    /** One step, with what the step's own operation takes. */
    @Schema(name = "BulkItem")
    public record Item(
            @NotNull UUID id,

            @Schema(implementation = BulkAction.class, type = SchemaType.STRING, required = true)
            @NotNull
            @OneOf(BulkAction.class)
            String action,

            @Schema(description = "The placement's version that was seen, as in its ETag.", examples = "3")
            @NotNull
            @Min(0)
            Long version,

            @Schema(description = "Why it is declined or ended, or how it was completed.", examples = "NO_CAPACITY")
            @Size(max = 40)
            String code,

            @Schema(description = "For the sender of a decline.") @Size(max = 1000)
            String text,

            @Schema(description = "Whether that text tells of substance use; see the operation of the step.")
            Boolean part2,

            @Schema(description = "The agency's own number, with ACKNOWLEDGE and ACCEPT.") @Size(max = 64)
            String agencyReference,

            @Schema(description = "How long the waiting list is, with WAITLIST.")
            Integer expectedDays) {}
}
