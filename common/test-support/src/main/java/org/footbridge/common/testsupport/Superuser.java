package org.footbridge.common.testsupport;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The way into a PostgreSQL server for those who set it up.
 *
 * @param address {@code host:port}
 * @param username name of a superuser
 * @param password that user's password
 */
public record Superuser(String address, String username, String password) {

    Connection connect(String database) throws SQLException {
        return Jdbc.connect("jdbc:postgresql://" + address + "/" + database, username, password);
    }
}
