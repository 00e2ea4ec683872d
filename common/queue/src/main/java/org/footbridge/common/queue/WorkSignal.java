package org.footbridge.common.queue;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.footbridge.common.persistence.tenancy.AfterCommit;

/** Wakes this copy's loops right after a commit that put work into the queue. A lost signal costs one poll interval. */
@Singleton
public class WorkSignal {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record Listener(WorkKind kind, Runnable wake) {}

    /** After the commit of the running transaction; several kinds in one transaction are all remembered. */
    void raiseAfterCommit(WorkKind kind) {
        AfterCommit.run("work:" + kind, () -> raise(kind));
    }

    private void raise(WorkKind kind) {
        for (Listener listener : listeners) {
            if (listener.kind().equals(kind)) {
                listener.wake().run();
            }
        }
    }

    /** {@code wake} is called on whatever thread commits, and must return at once. */
    void listen(WorkKind kind, Runnable wake) {
        listeners.add(new Listener(kind, wake));
    }
}
