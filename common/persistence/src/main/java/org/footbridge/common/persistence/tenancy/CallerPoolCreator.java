package org.footbridge.common.persistence.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgPool;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one place where a transaction learns its caller: covers Panache, sessions and plain SQL alike. */
@Singleton
@SuppressWarnings("deprecation") // Quarkus casts what is returned to PgPool
public class CallerPoolCreator implements PgPoolCreator {
    /** A caller who waits longer has gone; the stock answer takes 30 s, and a minute where the host is gone. */
    private static final int PATIENCE_SECONDS = 10;

    private final int longestKept;

    /** @param longestKept characters of the longest statement that a connection keeps prepared */
    public CallerPoolCreator(@ConfigProperty(name = "footbridge.database.longest-kept-statement") int longestKept) {
        this.longestKept = longestKept;
    }

    @Override
    public PgPool create(Input input) {
        input.poolOptions().setConnectionTimeout(PATIENCE_SECONDS).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        input.pgConnectOptionsList().forEach(server -> server.setPreparedStatementCacheSqlLimit(longestKept)
                .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
        return new CallerPool(PgPool.pool(input.vertx(), input.pgConnectOptionsList(), input.poolOptions()));
    }
}
