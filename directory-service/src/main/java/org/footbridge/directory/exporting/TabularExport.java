package org.footbridge.directory.exporting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Makes the package of the tabular form, with memory for the ids only. */
@Singleton
class TabularExport {
    private final ExportStreams streams;
    private final Vertx vertx;

    TabularExport(ExportStreams streams, Vertx vertx) {
        this.streams = streams;
        this.vertx = vertx;
    }

    /** A file that the caller removes. */
    Uni<Path> make(Audience audience, boolean guarded) {
        return onWorker(() -> TabularSpool.open(guarded)).chain(spool -> begin(spool)
                .chain(() -> fill(spool, audience))
                .chain(() -> onWorker(spool::zip))
                .onFailure()
                .call(() -> onWorker(() -> {
                    spool.discard();
                    return true;
                })));
    }

    private Uni<Boolean> begin(TabularSpool spool) {
        return onWorker(() -> {
            spool.begin();
            return true;
        });
    }

    private Uni<Void> fill(TabularSpool spool, Audience audience) {
        return Multi.createFrom()
                .iterable(Section.ALL)
                .onItem()
                .transformToUniAndConcatenate(section -> list(spool, section, audience))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> list(TabularSpool spool, Section section, Audience audience) {
        return streams.rows(section, audience)
                .group()
                .intoLists()
                .of(ExportService.BATCH)
                .onItem()
                .transformToUniAndConcatenate(rows -> onWorker(() -> {
                    spool.add(section, rows);
                    return true;
                }))
                .collect()
                .last();
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        return UniHelper.toUni(vertx.executeBlocking(work, false));
    }
}
