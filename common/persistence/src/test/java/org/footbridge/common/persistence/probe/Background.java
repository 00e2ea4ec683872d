package org.footbridge.common.persistence.probe;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** Work that a request starts and that is not the request's: on a context of its own. */
@Singleton
public class Background {
    private final NoteService notes;
    private final Vertx vertx;

    public Background(NoteService notes, Vertx vertx) {
        this.notes = notes;
        this.vertx = vertx;
    }

    Uni<String> caller() {
        return Uni.createFrom().emitter(emitter -> {
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(start -> notes.caller().subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
