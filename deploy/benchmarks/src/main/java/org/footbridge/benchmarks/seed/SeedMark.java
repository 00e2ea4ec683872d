package org.footbridge.benchmarks.seed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a database says that it was filled with: its comment, which goes with the data wherever they go and is no table that
 * a service would have to know.
 *
 * @param rows of all databases; 0 while they are being filled
 */
record SeedMark(String plan, long rows, double seconds) {
    private static final String SEPARATOR = " | ";

    static SeedMark begun(SeedPlan plan) {
        return new SeedMark(plan.toString(), 0, 0);
    }

    boolean isFinished() {
        return rows > 0;
    }

    static Optional<SeedMark> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select shobj_description(oid, 'pg_database') from pg_database
                        where datname = current_database()
                        """)) {
            found.next();
            return Optional.ofNullable(found.getString(1)).map(SeedMark::parse);
        }
    }

    void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String text =
                    String.join(SEPARATOR, plan, Long.toString(rows), String.format(Locale.ROOT, "%.3f", seconds));
            statement.execute("comment on database " + statement.enquoteIdentifier(connection.getCatalog(), true)
                    + " is " + statement.enquoteLiteral(text));
        }
    }

    private static SeedMark parse(String text) {
        String[] parts = text.split(Pattern.quote(SEPARATOR), -1);
        return new SeedMark(parts[0], Long.parseLong(parts[1]), Double.parseDouble(parts[2]));
    }
}
