package org.footbridge.notification.inbox;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;

/** What comes into an inbox, as it comes in. Each look has a transaction of its own, as the caller and nobody else. */
@ApplicationScoped
class InboxStream {
    private final Vertx vertx;
    private final InboxService inbox;
    private final InboxSignal signal;
    private final InboxConfig config;
    private final Clock clock;

    InboxStream(Vertx vertx, InboxService inbox, InboxSignal signal, InboxConfig config, Clock clock) {
        this.vertx = vertx;
        this.inbox = inbox;
        this.signal = signal;
        this.config = config;
        this.clock = clock;
    }

    /** Who reads, as which person, and when his or her token expires. */
    record Reader(Caller caller, UUID person, Instant until) {}

    /** Notifications that came in; empty as a sign of life. */
    record News(List<InboxItem> items) {}

    /**
     * Opens a stream.
     *
     * @param after the sequence that the reader has seen
     */
    Multi<News> open(Reader reader, long after) {
        Context own = contextOf(reader.caller());
        AtomicLong seen = new AtomicLong(after);
        return signal.of(reader.person())
                .emitOn(task -> own.runOnContext(now -> task.run()))
                .onItem()
                .transformToMultiAndConcatenate(woken -> look(reader, seen, woken))
                .select()
                .first(longest(reader));
    }

    /**
     * All that is new, page by page. A heartbeat that finds nothing says so, a signal that finds nothing is silent. Memoized, so that a
     * reader who leaves cuts off no running transaction.
     */
    private Multi<News> look(Reader reader, AtomicLong seen, boolean woken) {
        return Multi.createBy()
                .repeating()
                .uni(() -> inbox.after(reader.caller(), reader.person(), seen.get())
                        .memoize()
                        .indefinitely()
                        .invoke(found -> found.forEach(item -> seen.set(item.sequence()))))
                .whilst(found -> found.size() == InboxService.PAGE)
                .filter(found -> !found.isEmpty() || !woken)
                .map(News::new);
    }

    private Duration longest(Reader reader) {
        Duration left = Duration.between(clock.instant(), reader.until());
        Duration most = left.compareTo(config.longest()) < 0 ? left : config.longest();
        return most.isPositive() ? most : Duration.ofMillis(1);
    }

    /** On the event loop of the request, but with a session of its own. */
    private Context contextOf(Caller caller) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(now -> Tenancy.set(DatabaseCaller.of(caller)));
        return own;
    }

    /** Where a reader begins who has seen nothing: after what is there. */
    Uni<Long> end(Caller caller, UUID person) {
        return inbox.last(caller, person);
    }
}
