package org.footbridge.notification.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be read again of how the sender shows who it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookAuth", description = "How the sender shows who it is; without what is secret.")
public record AuthResponse(
        @Schema(required = true, maxLength = 10, description = "`OAUTH2` or `MTLS`.")
        String type,

        @Schema(maxLength = 2000) String tokenUrl,
        @Schema(maxLength = 200) String clientId,
        @Schema(maxLength = 500) String scope,

        @Schema(maxLength = 500, description = "Of the certificate.")
        String subject,

        @Schema(description = "The certificate's end.") Instant expiresAt) {}
