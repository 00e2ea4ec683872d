package org.footbridge.common.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Connections by the driver itself: {@code DriverManager} knows only what the first class loader that asked it could see. */
final class Jdbc {
    private static final Driver DRIVER = new Driver();

    private Jdbc() {}

    static Connection connect(String url, String username, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        return connect(url, properties);
    }

    static Connection connect(String url, Properties properties) throws SQLException {
        return DRIVER.connect(url, properties);
    }
}
