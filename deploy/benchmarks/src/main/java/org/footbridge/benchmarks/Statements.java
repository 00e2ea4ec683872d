package org.footbridge.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;

/** How many SQL statements were run in each service's database, as PostgreSQL itself counted them. */
final class Statements {
    private static final String COUNTS = """
            select datname, sum(calls) from pg_stat_statements join pg_database on oid = dbid group by datname
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

    private Connection connect() throws SQLException {
        return stack.database(Part.REFERRAL).connectAsSuperuser();
    }
}
