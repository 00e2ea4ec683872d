package org.footbridge.notification.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes the streams of a person in this copy. What is lost here costs a heartbeat, never a notification. */
@ApplicationScoped
class InboxSignal {
    private final Vertx vertx;
    private final InboxConfig config;
    private final Map<UUID, Deque<MultiEmitter<? super Boolean>>> streams = new ConcurrentHashMap<>();

    InboxSignal(Vertx vertx, InboxConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** {@code true} where something came in, {@code false} as a heartbeat. Of what is not taken in time the last one is kept. */
    Multi<Boolean> of(UUID person) {
        return Multi.createFrom().emitter(stream -> open(person, stream), BackPressureStrategy.LATEST);
    }

    void raise(UUID person) {
        streams.computeIfPresent(person, (id, open) -> {
            open.forEach(stream -> stream.emit(true));
            return open;
        });
    }

    private void open(UUID person, MultiEmitter<? super Boolean> stream) {
        long heartbeat = vertx.setPeriodic(config.heartbeat().toMillis(), tick -> stream.emit(false));
        stream.onTermination(() -> {
            vertx.cancelTimer(heartbeat);
            streams.computeIfPresent(person, (id, open) -> {
                open.remove(stream);
                return open.isEmpty() ? null : open;
            });
        });
        MultiEmitter<? super Boolean> oldest = add(person, stream);
        if (oldest != null) {
            oldest.complete();
        }
        stream.emit(true);
    }

    /** Answers the stream that has to go, {@code null} while there is room. Nobody is locked out by streams that hang. */
    private MultiEmitter<? super Boolean> add(UUID person, MultiEmitter<? super Boolean> stream) {
        Deque<MultiEmitter<? super Boolean>> open = streams.compute(person, (id, known) -> {
            Deque<MultiEmitter<? super Boolean>> all = known == null ? new ArrayDeque<>() : new ArrayDeque<>(known);
            all.addLast(stream);
            return all;
        });
        return open.size() > config.perPerson() ? open.peekFirst() : null;
    }
}
