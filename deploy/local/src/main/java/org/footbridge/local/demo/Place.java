package org.footbridge.local.demo;

import java.net.URI;

/**
 * Where a running stack is reached.
 *
 * @param gateway the one public door, for example {@code http://localhost:8080}
 * @param issuer the Keycloak realm, for example {@code http://localhost:8180/realms/footbridge}
 * @param mailSink the mail sink's HTTP API, for example {@code http://localhost:8025}
 */
public record Place(URI gateway, URI issuer, URI mailSink) {

    /** The local stack's one table of ports (decision 33). */
    public static Place local() {
        return new Place(
                URI.create("http://localhost:8080"),
                URI.create("http://localhost:8180/realms/footbridge"),
                URI.create("http://localhost:8025"));
    }
}
