package org.footbridge.referral;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.footbridge.common.testsupport.TestDatabase;

/** What no public API can bring about: a birthday, a lost right. */
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
}
