package org.footbridge.common.queue;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;
import org.footbridge.common.persistence.tenancy.Tenancy;

/** The one place of this package where a chain is subscribed to: there is no caller above a loop. */
final class OwnContext {
    private OwnContext() {}

    /**
     * Runs on a context of its own, with its own session, as that caller, and never as whoever caused it. The result is told on
     * {@code home}.
     */
    static <T> void run(
            Context home,
            DatabaseCaller caller,
            Supplier<Uni<T>> work,
            Consumer<T> onItem,
            Consumer<Throwable> onFailure) {
        Context own = VertxContext.createNewDuplicatedContext(home);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(now -> {
            Tenancy.set(caller);
            Uni.createFrom()
                    .deferred(work::get)
                    .subscribe()
                    .with(
                            item -> home.runOnContext(done -> onItem.accept(item)),
                            failure -> home.runOnContext(done -> onFailure.accept(failure)));
        });
    }
}
