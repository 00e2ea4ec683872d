package org.footbridge.notification.endpoint;

import java.util.List;
import java.util.Map;
import org.footbridge.notification.egress.Credentials;

/**
 * Where a delivery goes now and with which keys it is signed, the current one first. Lives for one attempt, in memory only.
 *
 * @param maxPerSecond the throttle, or {@code null}
 * @param headers of the owner's choice
 * @param credentials beyond the signature, or {@code null}
 */
public record Target(
        String url,
        boolean enabled,
        Integer maxPerSecond,
        List<SigningKey> keys,
        Map<String, String> headers,
        Credentials credentials) {}
