package org.footbridge.notification.endpoint;

import java.security.SecureRandom;
import java.util.Base64;

/** A signing secret of Standard Webhooks: 32 random bytes, shown as {@code whsec_} and base64. */
record EndpointSecret(byte[] key) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static EndpointSecret fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new EndpointSecret(key);
    }

    /** As the agency gets to see it, once. */
    String shown() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }
}
