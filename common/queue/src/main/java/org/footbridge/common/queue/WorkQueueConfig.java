package org.footbridge.common.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the queue is worked off. */
@ConfigMapping(prefix = "footbridge.queue")
public interface WorkQueueConfig {

    /** The backstop for what no commit of this process has announced: retries, other copies' work, expired leases. */
    @WithDefault("500ms")
    Duration poll();

    /** How long a claimed work belongs to its copy. Must be longer than the longest attempt. */
    @WithDefault("60s")
    Duration lease();

    /** Works in flight per kind and copy. */
    @WithDefault("128")
    int inFlight();

    /** Works in flight per lane and copy: what one slow endpoint can hold. */
    @WithDefault("4")
    int perLane();

    /** How long failed work is left alone the first time; twice as long each time after. */
    @WithDefault("10s")
    Duration firstRetry();

    /** The longest such time. */
    @WithDefault("1h")
    Duration longestRetry();

    /** The failures after which work is parked: with the times above, in about four hours. */
    @WithDefault("12")
    int parkAfter();
}
