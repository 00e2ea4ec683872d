package org.footbridge.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How mail is sent and how patiently. */
@ConfigMapping(prefix = "footbridge.mail")
public interface MailConfig {

    /** The sender; its domain is the one of the Message-ID too. */
    String from();

    /** The wait after each failed attempt; the last one repeats. */
    @WithDefault("5s,15s,1m,5m,15m,30m,1h")
    List<Duration> schedule();

    /** The same in a crisis. */
    @WithDefault("5s,15s,30s,1m")
    List<Duration> safetySchedule();

    /** A notice older than this is not sent any more. */
    @WithDefault("72h")
    Duration expiry();
}
