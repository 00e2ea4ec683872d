package org.footbridge.notification.endpoint;

import java.util.Arrays;

/** The two signatures of Standard Webhooks, by their names on the wire. */
public enum SignatureScheme {
    /** HMAC-SHA256 with a secret that both sides have. */
    V1("v1"),
    /** Ed25519: the receiver has a public key only, and nothing that could be stolen from it. */
    V1A("v1a");

    static final String NAMES = "v1|v1a";

    private final String wire;

    SignatureScheme(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    static SignatureScheme of(String wire) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no signature scheme: " + wire));
    }
}
