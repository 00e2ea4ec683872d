package org.footbridge.common.persistence.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgPool;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** The one place where a transaction learns its caller: covers Panache, sessions and plain SQL alike. */
@Singleton
@SuppressWarnings("deprecation") // Quarkus casts what is returned to PgPool
public class CallerPoolCreator implements PgPoolCreator {
    /** A caller who waits longer has gone; the stock answer takes 30 s, and a minute where the host is gone. */
    private static final int PATIENCE_SECONDS = 10;

    @Override
    public PgPool create(Input input) {
        input.poolOptions().setConnectionTimeout(PATIENCE_SECONDS).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        input.pgConnectOptionsList()
                .forEach(server -> server.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
        return new CallerPool(PgPool.pool(input.vertx(), input.pgConnectOptionsList(), input.poolOptions()));
    }
}
