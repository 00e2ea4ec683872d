package org.footbridge.notification.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the way out is allowed to do. */
@ConfigMapping(prefix = "footbridge.webhooks")
public interface EgressConfig {

    /** Blocks of addresses that the operator opens although they are not public, for example 127.0.0.0/8 in the local stack. */
    Optional<List<String>> allowCidrs();

    /** How long one attempt may take in all: name, connection, answer. */
    @WithDefault("15s")
    Duration timeout();

    /** How long the connection itself may take. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** A PEM file of authorities that are trusted beside those of the JDK. */
    Optional<Path> addedAuthorities();
}
