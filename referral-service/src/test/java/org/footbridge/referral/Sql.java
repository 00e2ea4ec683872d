package org.footbridge.referral;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.footbridge.common.testsupport.TestDatabase;

/** What no public API can bring about or show: a birthday, a lost right, that something was not written. */
public final class Sql {
    private Sql() {}

    public static void run(TestDatabase database, String statement) {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static long count(TestDatabase database, String query) {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
