package org.footbridge.common.testsupport;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database of the service under test, for what a test cannot see through the API. A field of this type in a
 * {@code @QuarkusTest} class is filled by {@link ServiceTestResource}.
 *
 * @param address {@code host:port}
 * @param provisioning its names and passwords
 * @param superuser for what neither role may do
 */
public record TestDatabase(String address, Provisioning provisioning, Superuser superuser) {

    /** A connection of the migrations' role: owns the tables, bound by forced row-level security all the same. */
    public Connection connectAsOwner() throws SQLException {
        return connect(provisioning.owner(), provisioning.ownerPassword());
    }

    /** A connection of the run-time role, with no caller set. */
    public Connection connectAsApp() throws SQLException {
        return connect(provisioning.app(), provisioning.appPassword());
    }

    /** A connection that sees every row: for arranging and for counting what is left. */
    public Connection connectAsSuperuser() throws SQLException {
        return superuser.connect(provisioning.database());
    }

    private Connection connect(String user, String password) throws SQLException {
        return Jdbc.connect("jdbc:postgresql://" + address + "/" + provisioning.database(), user, password);
    }
}
