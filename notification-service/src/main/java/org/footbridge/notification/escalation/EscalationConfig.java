package org.footbridge.notification.escalation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long this service waits for referral-service to pass a crisis on, before it tells again by itself. */
@ConfigMapping(prefix = "footbridge.escalation")
public interface EscalationConfig {

    /** Beyond the time that the event names. */
    @WithDefault("60s")
    Duration grace();

    /** Between two times after that. */
    @WithDefault("5m")
    Duration again();
}
