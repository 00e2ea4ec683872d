package org.footbridge.notification.endpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a new endpoint needs. */
@Schema(description = "A new webhook endpoint.")
public record CreateEndpointRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(
                description = "Where events are posted to: https, a public address, no user name, no fragment.",
                examples = "https://ehr.harborlight.example/footbridge")
        String url,

        @NotEmpty
        @Size(max = 50)
        @Schema(
                description =
                        "Public event types. A family is chosen by a wildcard such as `referral.*`, everything by `*`.",
                examples = "[\"referral.sent.v1\", \"referral.access_revoked.v1\"]")
        List<@NotNull @Size(max = 100) @Pattern(regexp = EVENT_TYPE) String> eventTypes,

        @Size(max = 200) @Schema(description = "For the agency's own people.")
        String description) {

    static final String EVENT_TYPE = "^(\\*|[a-z]+(\\.[a-z_]+)?(\\.v[0-9]+|\\.\\*))$";
}
