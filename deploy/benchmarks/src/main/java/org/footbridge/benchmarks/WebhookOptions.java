package org.footbridge.benchmarks;

import java.time.Duration;

/** How much {@code deploy/bench webhooks} does; {@code --small} proves that it works, {@code --cold} leaves out most of the warm-up. */
record WebhookOptions(int rate, int seconds, int warmUps, int warmUpEvents, int events, Duration rivalRound) {

    static WebhookOptions parse(String... arguments) {
        if (arguments.length == 0) {
            return new WebhookOptions(50, 30, 6, 900, 300, Duration.ofSeconds(5));
        }
        if (arguments.length == 1 && arguments[0].equals("--cold")) {
            return new WebhookOptions(50, 10, 1, 300, 300, Duration.ofSeconds(3));
        }
        if (arguments.length == 1 && arguments[0].equals("--small")) {
            return new WebhookOptions(50, 4, 1, 5, 20, Duration.ofSeconds(1));
        }
        throw new BadOptions("webhooks takes no option but --small or --cold");
    }
}
