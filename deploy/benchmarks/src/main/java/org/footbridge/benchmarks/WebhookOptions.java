package org.footbridge.benchmarks;

import java.time.Duration;

/** How much {@code deploy/bench webhooks} does; {@code --small} proves that it works. */
record WebhookOptions(int rate, int seconds, int warmUpEvents, int events, Duration rivalRound) {

    static WebhookOptions parse(String... arguments) {
        if (arguments.length == 0) {
            return new WebhookOptions(50, 30, 100, 300, Duration.ofSeconds(5));
        }
        if (arguments.length == 1 && arguments[0].equals("--small")) {
            return new WebhookOptions(50, 4, 5, 20, Duration.ofSeconds(1));
        }
        throw new BadOptions("webhooks takes no option but --small");
    }
}
