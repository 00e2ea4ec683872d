package org.footbridge.common.persistence.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgPool;
import jakarta.inject.Singleton;

/** The one place where a transaction learns its caller: covers Panache, sessions and plain SQL alike. */
@Singleton
@SuppressWarnings("deprecation") // Quarkus casts what is returned to PgPool
public class CallerPoolCreator implements PgPoolCreator {

    @Override
    public PgPool create(Input input) {
        return new CallerPool(PgPool.pool(input.vertx(), input.pgConnectOptionsList(), input.poolOptions()));
    }
}
