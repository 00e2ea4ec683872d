package org.footbridge.notification.endpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the sender shows the endpoint who it is, beyond the signature. */
@Schema(
        name = "WebhookAuthRequest",
        description =
                "An access token by OAuth 2.0 client credentials, or a client certificate. Secrets are encrypted and"
                        + " never shown again.",
        examples = """
                {"type": "OAUTH2", "tokenUrl": "https://login.harborlight.example/token", "clientId": "footbridge",
                 "clientSecret": "s3cr3t-of-footbridge", "scope": "webhooks"}
                """)
public record AuthRequest(
        @NotNull
        @Pattern(regexp = "OAUTH2|MTLS|NONE")
        @Schema(description = "`OAUTH2`, `MTLS`, or in a change `NONE`, which takes it away.")
        String type,

        @Size(min = 1, max = 2000) @Schema(description = "OAUTH2: https and a public address, like the endpoint.")
        String tokenUrl,

        @Size(min = 1, max = 200) String clientId,

        @Size(min = 1, max = 1000) String clientSecret,

        @Size(max = 500) String scope,

        @Size(min = 1, max = 20000) @Schema(description = "MTLS: the certificate and its chain, PEM.")
        String certificate,

        @Size(min = 1, max = 10000) @Schema(description = "MTLS: the private key, PKCS #8 in PEM, not encrypted.")
        String privateKey) {}
