package org.footbridge.notification.queue;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes this copy's loops right after a commit that put work into the queue. A lost signal costs one poll interval. */
@Singleton
public class WorkSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void raise() {
        listeners.forEach(Runnable::run);
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }
}
