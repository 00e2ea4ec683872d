package org.footbridge.notification.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an agency or a district may have. */
@ConfigMapping(prefix = "footbridge.webhooks.endpoints")
public interface EndpointConfig {

    @WithDefault("20")
    int perOwner();

    /** How long deliveries are signed with the old secret too, after a rotation that does not say. */
    @WithDefault("24h")
    Duration secretOverlap();
}
