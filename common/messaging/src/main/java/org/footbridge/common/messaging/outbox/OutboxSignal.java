package org.footbridge.common.messaging.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever relays that something was committed to the outbox. Losing a signal costs a poll interval, never an event. */
@Singleton
public class OutboxSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** After a commit that wrote to the outbox. */
    public void raise() {
        listeners.forEach(Runnable::run);
    }

    /** Called on whatever thread commits: must return at once. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }
}
