package org.footbridge.benchmarks.seed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.footbridge.common.testsupport.TestDatabase;

/** Figures by key, as a query gives them in two columns. */
final class Counts {
    private Counts() {}

    static Map<String, Long> of(TestDatabase database, String query) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }
}
