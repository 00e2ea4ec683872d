package org.footbridge.notification.endpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changes; a member that is left out stays as it is. */
@Schema(
        description = "A change of an endpoint; what is left out stays. An empty text or list removes what was there.",
        examples = """
                {"eventTypes": ["referral.*"], "schoolIds": [], "enabled": true}
                """)
public record ChangeEndpointRequest(
        @Size(min = 1, max = 2000) String url,

        @Size(min = 1, max = 50)
        List<@NotNull @Size(max = 100) @Pattern(regexp = CreateEndpointRequest.EVENT_TYPE) String> eventTypes,

        @Size(max = 200) String description,
        @Size(max = 200) List<@NotNull UUID> schoolIds,
        @Size(max = 200) List<@NotNull UUID> serviceIds,

        @Size(max = 10) @Schema(description = "Replaces all headers.")
        List<@NotNull @Valid HeaderRequest> headers,

        @Valid AuthRequest auth,
        Boolean ordered,

        @Min(0) @Max(1000) @Schema(description = "0 takes the limit away.")
        Integer maxPerSecond,

        @Email @Size(max = 254) String alertAddress,

        @Schema(description = "False stops everything to this endpoint; true starts it again, also after a 410.")
        Boolean enabled) {}
