package org.footbridge.referral.consent.electronic;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The keys that links and codes are made with (decision 18). */
@ConfigMapping(prefix = "footbridge.secrets")
public interface SecretsConfig {

    /** The id of the key that new links are made with. */
    String keyId();

    /** Every key that may still be needed, by id: 32 bytes in base64. */
    Map<String, String> keys();
}
