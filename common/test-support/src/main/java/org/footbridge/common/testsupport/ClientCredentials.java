package org.footbridge.common.testsupport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** What a client sent to the token endpoint (RFC 6749, section 2.3.1): its name and secret by Basic or in the form. */
record ClientCredentials(String grantType, String clientId, String secret) {

    private static final String BASIC = "Basic ";

    static ClientCredentials of(String authorization, String body) {
        Map<String, String> form = Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (first, last) -> last));
        String grantType = form.getOrDefault("grant_type", "");
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return new ClientCredentials(
                    grantType, form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        }
        byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
        String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        return new ClientCredentials(grantType, decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
