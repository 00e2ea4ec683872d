package org.footbridge.notification.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who carries text messages. Without an address nobody does. */
@ConfigMapping(prefix = "footbridge.sms")
public interface SmsConfig {

    /** The base address of an API in the form of Twilio's "Messages" of 2010-04-01, which several providers speak. */
    Optional<URI> url();

    /** The account at the provider. */
    @WithDefault("none")
    String account();

    /** The account's secret. */
    Optional<String> secret();

    /** The sender: a number in the form of E.164 or the id of a messaging service. */
    @WithDefault("none")
    String from();

    /** The country of numbers that do not name one, ISO 3166. */
    @WithDefault("US")
    String region();

    /** How long the provider may take. */
    @WithDefault("10s")
    Duration timeout();
}
