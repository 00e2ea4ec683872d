package org.footbridge.e2e;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;

/** Holds a database still at one instant of a service's work, so that the service can be killed exactly there. */
final class Standstill implements AutoCloseable {
    /** A consumer may first have to notice that its broker is back, or that its predecessor is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Commits wait for a standby that does not exist: they are durable, and whoever asked for them has not heard of it. */
    private static final String STOP_COMMITS = "alter system set synchronous_standby_names = 'nobody'";

    private static final String LET_COMMITS_GO = "alter system reset synchronous_standby_names";

    private final Connection connection;
    private final String release;
    private final String arrived;

    private Standstill(Connection connection, String release, String arrived) {
        this.connection = connection;
        this.release = release;
        this.arrived = arrived;
    }

    /** Behind the commit of a transaction of that service and before anybody knows of it; the other services stand still, too. */
    static Standstill afterCommit(Stack stack, Part service) throws SQLException {
        Connection connection = stack.database(service).connectAsSuperuser();
        execute(connection, STOP_COMMITS);
        execute(connection, "select pg_reload_conf()");
        return new Standstill(
                connection, LET_COMMITS_GO, waiting(service, "wait_event = 'SyncRep' and query ilike 'commit%'"));
    }

    /** Within a consumer of that service: the event was read from the bus, and its effect is not committed. */
    static Standstill inConsumer(Stack stack, Part service) throws SQLException {
        Connection connection = stack.database(service).connectAsSuperuser();
        connection.setAutoCommit(false);
        execute(connection, "lock table inbox in share mode");
        return new Standstill(connection, null, waiting(service, "wait_event_type = 'Lock' and query ilike '%inbox%'"));
    }

    private static String waiting(Part service, String condition) {
        return "select count(*) from pg_stat_activity where datname = '" + service.shortName() + "' and " + condition;
    }

    /** Returns once the service has come to that instant. */
    void awaitArrival() {
        await("the service to stand still").atMost(PATIENCE).until(() -> count(arrived) > 0);
    }

    /** Lets the database go on. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (release == null) {
                connection.rollback();
            } else {
                execute(connection, release);
                execute(connection, "select pg_reload_conf()");
            }
        }
    }

    private long count(String sql) throws SQLException {
        execute(connection, "select pg_stat_clear_snapshot()"); // a transaction sees for ever what it saw first
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
