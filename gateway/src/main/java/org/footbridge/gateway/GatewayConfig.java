package org.footbridge.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The table of routes and the limits of the door. */
@ConfigMapping(prefix = "footbridge.gateway")
public interface GatewayConfig {

    /** The services behind the door, by name. */
    Map<String, Service> services();

    /** What needs no token: a method, a space, and a path, which may end in {@code /*}. */
    List<String> open();

    /** What is answered without an end, written as above; each holds a connection for as long as somebody listens. */
    List<String> streams();

    /** How long to wait for a connection to a service. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a service may be silent before the caller gets a 504. */
    @WithDefault("30S")
    Duration answerTimeout();

    /** The longest body; a chunked one is counted as it passes. */
    @WithDefault("12M")
    MemorySize maxBody();

    /** Connections to each service. */
    @WithDefault("128")
    int connections();

    /** Connections to each service for answers without an end, so that those who listen take none from the others. */
    @WithDefault("4096")
    int streamConnections();

    /** Requests that may wait for a connection; more are answered with 503 at once. */
    @WithDefault("1024")
    int waiting();

    /** Where the crisis lines are kept, so that a start without the directory knows them. */
    @WithDefault("${java.io.tmpdir}/footbridge-gateway/crisis-lines.json")
    Path crisisCopy();

    /** How often the directory is asked for the crisis lines. */
    @WithDefault("60S")
    Duration crisisRefresh();

    /** A service behind the door. */
    interface Service {

        /** Its base URL, without a path. */
        URI url();

        /** The first segments of the paths that it serves, such as {@code /api/v1/referrals}. */
        List<String> paths();
    }
}
