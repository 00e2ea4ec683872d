package org.footbridge.notification.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** When an endpoint counts as sick. */
@ConfigMapping(prefix = "footbridge.webhooks.health")
public interface HealthConfig {

    /** So many failures in a row open the circuit breaker. */
    @WithDefault("10")
    int breakerFailures();

    /** How long it is open the first time; each further time twice as long. */
    @WithDefault("30s")
    Duration breakerOpen();

    @WithDefault("10m")
    Duration breakerLongest();

    /** How long one probe has the endpoint to itself while the breaker is half open. */
    @WithDefault("30s")
    Duration probe();

    /** After so long without one success the owner is warned. */
    @WithDefault("24h,72h")
    List<Duration> warnings();

    /** After so long without one success the endpoint is disabled. */
    @WithDefault("120h")
    Duration disableAfter();

    /** How long Retry-After may make the whole endpoint wait. */
    @WithDefault("1h")
    Duration longestHold();
}
