package org.footbridge.notification.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How inboxes are kept and streamed. */
@ConfigMapping(prefix = "footbridge.inbox")
public interface InboxConfig {

    /** What is older is deleted, read or not, when the next one comes in. */
    @WithDefault("180d")
    Duration keep();

    /** A sign of life, and a look at the database in case a signal was lost. Shorter than the gateway's patience. */
    @WithDefault("15s")
    Duration heartbeat();

    /** After this a stream ends, and its client comes back with a new token. */
    @WithDefault("15m")
    Duration longest();

    /** Streams of one person and copy; one more ends the oldest. */
    @WithDefault("5")
    int perPerson();

    /** How long wake-ups for other copies are gathered into one. */
    @WithDefault("50ms")
    Duration gather();
}
