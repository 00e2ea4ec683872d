package org.footbridge.referral.roster.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.referral.roster.imports.ImportRepository.Claim;
import org.footbridge.referral.roster.oneroster.RosterPackage;
import org.jboss.logging.Logger;

/**
 * Works off the imports, one at a time, outside of the requests that brought them. An import that dies with its process is
 * claimed anew when its lease ends, by whatever copy of the service is alive.
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final long POLL_MILLIS = 5_000;
    private static final int MOST_ATTEMPTS = 5;

    private final ImportService imports;
    private final Vertx vertx;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;
    private long timer;

    ImportWorker(ImportService imports, Vertx vertx) {
        this.imports = imports;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(POLL_MILLIS, tick -> wake());
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Something may wait: look now. Returns at once. */
    void wake() {
        again.set(true);
        if (!stopped && busy.compareAndSet(false, true)) {
            again.set(false);
            onContextOfItsOwn();
        }
    }

    /** A request's context would lend its session and its caller to the import. The one place that subscribes. */
    private void onContextOfItsOwn() {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(now -> next().subscribe().with(this::finished, this::failed));
    }

    private Uni<Boolean> next() {
        Tenancy.set(DatabaseCaller.NOBODY);
        return imports.claim()
                .chain(claim -> claim == null
                        ? Uni.createFrom().item(false)
                        : run(claim).replaceWith(true));
    }

    private Uni<Void> run(Claim claim) {
        Tenancy.set(DatabaseCaller.tenant(claim.tenant()));
        if (claim.attempts() > MOST_ATTEMPTS) {
            return imports.giveUp(claim);
        }
        return imports.zip(claim)
                .chain(zip -> zip == null ? Uni.createFrom().nullItem() : read(zip))
                .chain(roster -> roster == null ? Uni.createFrom().voidItem() : decide(claim, roster));
    }

    /** On a worker thread: unpacking and checking a large roster takes seconds. */
    private Uni<RosterPackage> read(byte[] zip) {
        return UniHelper.toUni(vertx.executeBlocking(() -> RosterPackage.read(zip), false));
    }

    private Uni<Void> decide(Claim claim, RosterPackage roster) {
        return roster.faults().isEmpty() ? imports.apply(claim, roster) : imports.reject(claim, roster.faults());
    }

    private void finished(boolean hadWork) {
        busy.set(false);
        if (hadWork || again.get()) {
            wake();
        }
    }

    /** The messages of the database may hold cells of the package: only class and state are logged. */
    private void failed(Throwable failure) {
        String state = failure instanceof PgException e ? e.getSqlState() : "none";
        LOG.errorf(
                "a roster import failed (%s, SQL state %s); it is tried again when its lease ends",
                failure.getClass().getName(), state);
        busy.set(false);
    }
}
