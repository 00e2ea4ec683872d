package org.footbridge.notification.oncall;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fresh the copies are kept. */
@ConfigMapping(prefix = "footbridge.on-call")
interface OnCallConfig {

    /** After a copy was made: somebody has left, or has another address, which no event tells. */
    @WithDefault("1h")
    Duration refresh();

    /** After referral-service could not be asked. */
    @WithDefault("30s")
    Duration retry();
}
