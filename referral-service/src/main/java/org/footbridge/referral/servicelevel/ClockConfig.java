package org.footbridge.referral.servicelevel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When somebody is told of a clock. */
@ConfigMapping(prefix = "footbridge.clocks")
interface ClockConfig {

    /**
     * The share of a span after which a step is due soon. A fifth of three school days is an afternoon: time enough to act, and
     * late enough that most steps are taken before anybody is reminded.
     */
    @WithDefault("80")
    int warnPercent();

    /** The shortest time between two escalations: what was due within minutes is not escalated every few seconds. */
    @WithDefault("15m")
    Duration shortestStep();

    /** The longest time between two escalations, and the one after which the last level is told again: once a day. */
    @WithDefault("24h")
    Duration longestStep();
}
