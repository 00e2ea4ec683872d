package org.footbridge.notification.endpoint;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The keys that encrypt secrets at rest (decision 18). */
@ConfigMapping(prefix = "footbridge.secrets")
public interface SecretsConfig {

    /** The id of the key that encrypts from now on. */
    String keyId();

    /** Every key that may still be needed, by id: 32 bytes in base64. */
    Map<String, String> keys();
}
