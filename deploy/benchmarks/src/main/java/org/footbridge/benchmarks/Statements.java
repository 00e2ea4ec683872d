package org.footbridge.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;

/** How many SQL statements were run in each service's database, as PostgreSQL itself counted them. */
final class Statements {
    private static final String COUNTS = """
            select datname, sum(calls) from pg_stat_statements join pg_database on oid = dbid group by datname
            """;

    private static final String MOST_FREQUENT = """
            select datname, calls, round(total_exec_time), regexp_replace(left(query, 130), '\\s+', ' ', 'g')
            from pg_stat_statements join pg_database on oid = dbid order by calls desc limit %d
            """;

    private final Stack stack;

    Statements(Stack stack) throws SQLException {
        this.stack = stack;
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** By service, since the server started. BEGIN and COMMIT are not among them. */
    Map<Part, Long> counts() throws SQLException {
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNTS)) {
            while (rows.next()) {
                String database = rows.getString(1);
                long calls = rows.getLong(2);
                Stream.of(Part.values())
                        .filter(part -> part.hasDatabase() && part.shortName().equals(database))
                        .forEach(part -> counts.put(part, calls));
            }
        }
        return counts;
    }

    /** Forgets what was counted so far. */
    void forget() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** The statements that were run most often: database, calls, milliseconds in the server, beginning of the text. */
    List<String> mostFrequent(int limit) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MOST_FREQUENT.formatted(limit))) {
            while (rows.next()) {
                lines.add("%-13s %7d %8s ms  %s"
                        .formatted(rows.getString(1), rows.getLong(2), rows.getString(3), rows.getString(4)));
            }
        }
        return lines;
    }

    private Connection connect() throws SQLException {
        return stack.database(Part.REFERRAL).connectAsSuperuser();
    }
}
