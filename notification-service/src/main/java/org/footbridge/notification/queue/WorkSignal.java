package org.footbridge.notification.queue;

import io.smallrye.common.vertx.ContextLocals;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.footbridge.common.persistence.tenancy.AfterCommit;

/** Wakes this copy's loops right after a commit that put work into the queue. A lost signal costs one poll interval. */
@Singleton
public class WorkSignal {
    private static final String KEY = "footbridge.work-kinds";

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record Listener(WorkKind kind, Runnable wake) {}

    /** After the commit of the running transaction; several kinds in one transaction are all remembered. */
    void raiseAfterCommit(WorkKind kind) {
        Set<WorkKind> kinds = ContextLocals.get(KEY, EnumSet.noneOf(WorkKind.class));
        kinds.add(kind);
        ContextLocals.put(KEY, kinds);
        AfterCommit.run(() -> raise(Set.copyOf(kinds)));
    }

    private void raise(Set<WorkKind> kinds) {
        for (Listener listener : listeners) {
            if (kinds.contains(listener.kind())) {
                listener.wake().run();
            }
        }
    }

    /** {@code wake} is called on whatever thread commits, and must return at once. */
    void listen(WorkKind kind, Runnable wake) {
        listeners.add(new Listener(kind, wake));
    }
}
