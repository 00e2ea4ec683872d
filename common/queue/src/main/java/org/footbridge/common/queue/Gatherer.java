package org.footbridge.common.queue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;

/**
 * Does together what many works of one caller want at the same time: while one call runs, what comes waits for the next, as in
 * a group commit. Who comes alone waits for nobody. All its state is confined to one event loop.
 *
 * @param <I> what is asked; no two equal ones at a time
 * @param <O> what is answered
 */
public final class Gatherer<I, O> {
    private final Context home;
    private final int most;
    private final Function<List<I>, Uni<Map<I, O>>> together;
    private final Map<DatabaseCaller, Queue<Asked<I, O>>> waiting = new HashMap<>();
    private final Set<DatabaseCaller> running = new HashSet<>();

    /**
     * @param most how many at a time
     * @param together the call; what it leaves out of its answer is answered with nothing
     */
    public Gatherer(Vertx vertx, int most, Function<List<I>, Uni<Map<I, O>>> together) {
        this(vertx.getOrCreateContext(), most, together);
    }

    Gatherer(Context home, int most, Function<List<I>, Uni<Map<I, O>>> together) {
        this.home = home;
        this.most = most;
        this.together = together;
    }

    private record Asked<I, O>(I item, Context context, UniEmitter<? super Optional<O>> emitter) {}

    /** The answer, on the context of whoever asks; fails for all of a call where the call fails. */
    public Uni<Optional<O>> ask(DatabaseCaller caller, I item) {
        return Uni.createFrom().emitter(emitter -> {
            Asked<I, O> asked = new Asked<>(item, Vertx.currentContext(), emitter);
            home.runOnContext(now -> {
                waiting.computeIfAbsent(caller, unknown -> new ArrayDeque<>()).add(asked);
                // behind those who ask in the same turn of the loop
                home.runOnContext(next -> pump(caller));
            });
        });
    }

    private void pump(DatabaseCaller caller) {
        Queue<Asked<I, O>> queue = waiting.get(caller);
        if (queue == null || !running.add(caller)) {
            return;
        }
        List<Asked<I, O>> now =
                Stream.generate(queue::poll).limit(Math.min(most, queue.size())).toList();
        if (queue.isEmpty()) {
            waiting.remove(caller);
        }
        OwnContext.run(
                home,
                caller,
                () -> together.apply(now.stream().map(Asked::item).toList()),
                answers -> ended(
                        caller, now, each -> each.emitter().complete(Optional.ofNullable(answers.get(each.item())))),
                failure -> ended(caller, now, each -> each.emitter().fail(failure)));
    }

    private void ended(DatabaseCaller caller, List<Asked<I, O>> asked, Consumer<Asked<I, O>> tell) {
        running.remove(caller);
        asked.forEach(each -> each.context().runOnContext(now -> tell.accept(each)));
        pump(caller);
    }
}
