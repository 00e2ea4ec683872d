package org.footbridge.common.messaging.inbox;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.DatabaseException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Which failures pass by themselves: lost connections, a database that restarts, serialisation and deadlock, a lost race. */
final class Transient {
    /** Classes 08 connection, 40 rollback, 53 resources, 55 lock not available, 57 operator; 25006 while a replica takes over. */
    private static final Pattern PASSING_STATES = Pattern.compile("(08|40|53|55|57).*|25006");

    private Transient() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            // before VertxException, which it extends: a broken constraint never passes
            case DatabaseException refused -> isPassing(refused.getSqlState());
            case SQLException refused -> isPassing(refused.getSQLState());
            case VertxException lost -> true;
            case IOException lost -> true;
            case TimeoutException late -> true;
            case OptimisticLockException lostRace -> true;
            default -> false;
        };
    }

    private static boolean isPassing(String state) {
        return state != null && PASSING_STATES.matcher(state).matches();
    }
}
