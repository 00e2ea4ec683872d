package org.footbridge.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How often a delivery is tried. */
@ConfigMapping(prefix = "footbridge.webhooks.delivery")
public interface DeliveryConfig {

    /** The wait before each attempt, counted from the one before: the schedule of Standard Webhooks, 75 hours in all. */
    @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> schedule();

    /** How long messages, deliveries and attempts are kept, in whole weeks that have passed. */
    @WithDefault("90d")
    Duration keep();

    /** How many deliveries a copy attempts at a time; an endpoint has its lane of them. */
    @WithDefault("512")
    int inFlight();

    /** By which part a wait may be shorter or longer than planned. */
    @WithDefault("0.2")
    double jitter();
}
