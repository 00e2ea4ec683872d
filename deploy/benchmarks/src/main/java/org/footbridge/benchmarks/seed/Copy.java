package org.footbridge.benchmarks.seed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Fills tables by COPY, which only a superuser may do where row-level security is forced. Rows are collected and written
 * when there are enough of them, table after table in the order in which the tables were named: parents first.
 */
final class Copy {
    private static final int ENOUGH_CHARACTERS = 4 << 20;

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();
    private int waiting;
    private long rows;

    Copy(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
        }
    }

    /** @param columns as in SQL, separated by commas */
    Table table(String name, String columns) {
        Table table = new Table("copy " + name + " (" + columns + ") from stdin");
        tables.add(table);
        return table;
    }

    /** To be called where everything that a waiting row refers to waits or is written. */
    void writeWhenEnough() {
        if (waiting > ENOUGH_CHARACTERS) {
            write();
        }
    }

    void write() {
        try {
            for (Table table : tables) {
                table.write();
            }
            connection.commit();
            waiting = 0;
        } catch (SQLException e) {
            throw new SeedException("rows were refused: " + e.getMessage(), e);
        }
    }

    long rows() {
        return rows;
    }

    /** Rows of one table that wait. */
    final class Table {
        private final String command;
        private final StringBuilder text = new StringBuilder();

        private Table(String command) {
            this.command = command;
        }

        /** Begins a row with the values of its first columns. */
        Table row(Object... values) {
            text.append(text.isEmpty() ? "" : "\n");
            rows++;
            waiting++;
            return append(values);
        }

        /** The values of the next columns. */
        Table and(Object... values) {
            text.append('\t');
            return append(values);
        }

        private Table append(Object... values) {
            int before = text.length();
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? "" : "\t").append(field(values[i]));
            }
            waiting += text.length() - before;
            return this;
        }

        private void write() throws SQLException {
            if (text.isEmpty()) {
                return;
            }
            byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.setLength(0);
        }
    }

    /** A value in COPY's text format. Elements of lists are codes and ids, which need no quotes. */
    static String field(Object value) {
        return switch (value) {
            case null -> "\\N";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
            default -> escaped(value.toString());
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
