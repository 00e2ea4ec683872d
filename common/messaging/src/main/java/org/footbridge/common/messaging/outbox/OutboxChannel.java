package org.footbridge.common.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * The one outgoing channel of a service. Its emitter is never used: it makes the connector build the producer, which the
 * relay and the dead letters then use directly, with exact headers.
 */
@ApplicationScoped
public class OutboxChannel {
    public static final String NAME = "outbox";

    private final Emitter<byte[]> emitter;

    public OutboxChannel(@Channel(NAME) Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Whether the channel can take records. */
    public boolean isOpen() {
        return !emitter.isCancelled();
    }
}
