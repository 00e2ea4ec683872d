package org.footbridge.notification.endpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changes; a member that is left out stays as it is. */
@Schema(description = "A change of an endpoint; what is left out stays. An empty description removes it.")
public record ChangeEndpointRequest(
        @Size(min = 1, max = 2000) String url,

        @Size(min = 1, max = 50)
        List<@NotNull @Size(max = 100) @Pattern(regexp = CreateEndpointRequest.EVENT_TYPE) String> eventTypes,

        @Size(max = 200) String description,

        @Schema(description = "False stops everything to this endpoint; true starts it again, also after a 410.")
        Boolean enabled) {}
