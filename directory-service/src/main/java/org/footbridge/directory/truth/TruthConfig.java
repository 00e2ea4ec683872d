package org.footbridge.directory.truth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what somebody said holds. */
@ConfigMapping(prefix = "footbridge.directory.truth")
public interface TruthConfig {

    /** An entry that nobody has confirmed for longer is shown as stale. */
    @WithDefault("90d")
    Duration verifiedFor();

    /** An agency that did not answer is asked again after this. */
    @WithDefault("30d")
    Duration askAgainAfter();

    /** How often stale entries are looked for. */
    @WithDefault("1d")
    Duration roundEvery();
}
