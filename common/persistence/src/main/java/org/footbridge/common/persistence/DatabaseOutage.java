package org.footbridge.common.persistence;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.footbridge.common.web.problem.Outage;

/** The database cannot be reached, is starting or stopping, or has no room: the caller should come back, nothing is broken. */
@Singleton
public class DatabaseOutage implements Outage {
    /** Classes 08 connection, 53 resources, 57P operator intervention; 25006 while a replica takes over. */
    private static final Pattern PASSING_STATES = Pattern.compile("08.*|53.*|57P.*|25006");

    @Override
    public boolean explains(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            // before VertxException, which it extends: a broken constraint is no outage
            case DatabaseException refused ->
                refused.getSqlState() != null
                        && PASSING_STATES.matcher(refused.getSqlState()).matches();
            case VertxException lost -> true;
            case IOException lost -> true;
            case TimeoutException late -> true;
            case NoStackTraceThrowable late -> "Timeout".equals(late.getMessage()); // a pool without a free connection
            default -> false;
        };
    }
}
