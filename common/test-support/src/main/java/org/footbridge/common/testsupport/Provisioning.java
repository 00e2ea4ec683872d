package org.footbridge.common.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a service finds when it comes to a PostgreSQL server: its own database, an owner role for the migrations and a
 * run-time role that neither owns a table nor bypasses row-level security. Idempotent; passwords are set anew.
 *
 * @param database name of the database, such as {@code referral}
 * @param role the roles are {@code <role>_owner} and {@code <role>_app}
 * @param ownerPassword password of the owner role
 * @param appPassword password of the run-time role
 * @param extensions extensions that only a superuser may create, such as {@code earthdistance}
 */
public record Provisioning(
        String database, String role, String ownerPassword, String appPassword, List<String> extensions) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    public Provisioning {
        extensions = List.copyOf(extensions);
        requirePlain(database);
        requirePlain(role);
        extensions.forEach(Provisioning::requirePlain);
    }

    /** Database and roles are named after the service. */
    public static Provisioning of(String service, String ownerPassword, String appPassword) {
        return new Provisioning(service, service, ownerPassword, appPassword, List.of());
    }

    /** Name of the role that owns the database and its tables. */
    public String owner() {
        return role + "_owner";
    }

    /** Name of the run-time role. */
    public String app() {
        return role + "_app";
    }

    /**
     * Creates what is missing.
     *
     * @throws ServerStartException when the server refuses
     */
    public void apply(Superuser superuser) {
        try {
            try (Connection connection = superuser.connect("postgres");
                    Statement statement = connection.createStatement()) {
                createRole(connection, owner(), ownerPassword);
                createRole(connection, app(), appPassword);
                createDatabase(connection);
                statement.execute("alter database " + database + " owner to " + owner());
                statement.execute("revoke all on database " + database + " from public");
                statement.execute("grant connect on database " + database + " to " + app());
            }
            try (Connection connection = superuser.connect(database);
                    Statement statement = connection.createStatement()) {
                grantInside(statement);
            }
        } catch (SQLException e) {
            throw new ServerStartException("database " + database + " could not be set up: " + e.getMessage(), e);
        }
    }

    /** Removes the database and both roles, and whoever is connected. */
    public void remove(Superuser superuser) {
        try (Connection connection = superuser.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("drop role if exists " + app());
            statement.execute("drop role if exists " + owner());
        } catch (SQLException e) {
            throw new ServerStartException("database " + database + " could not be removed: " + e.getMessage(), e);
        }
    }

    private void grantInside(Statement statement) throws SQLException {
        for (String extension : extensions) {
            statement.execute("create extension if not exists " + extension + " cascade");
        }
        statement.execute("alter schema public owner to " + owner());
        statement.execute("grant usage on schema public to " + app());
        String byDefault = "alter default privileges for role " + owner() + " in schema public grant ";
        statement.execute(byDefault + "select, insert, update, delete on tables to " + app());
        statement.execute(byDefault + "usage, select on sequences to " + app());
    }

    private void createDatabase(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create database " + database);
            }
        }
    }

    private static void createRole(Connection connection, String name, String password) throws SQLException {
        boolean exists = exists(connection, "select 1 from pg_roles where rolname = ?", name);
        try (Statement statement = connection.createStatement()) {
            statement.execute((exists ? "alter role " : "create role ") + name
                    + " login nosuperuser nobypassrls nocreatedb nocreaterole password "
                    + statement.enquoteLiteral(password));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void requirePlain(String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain lower-case SQL name: " + name);
        }
    }
}
