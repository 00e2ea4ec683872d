package org.footbridge.common.messaging.inbox;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Which failures pass by themselves: lost connections, a database that restarts, serialisation and deadlock, a lost race. */
final class Transient {
    private Transient() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof OptimisticLockException
                    || (cause instanceof PgException e && isTransientState(e.getSqlState()))) {
                return true;
            }
        }
        return false;
    }

    /** Classes 08 connection, 40 rollback, 53 resources, 57 operator intervention, 55 lock not available. */
    private static boolean isTransientState(String state) {
        return state != null && state.matches("(08|40|53|55|57).*");
    }
}
