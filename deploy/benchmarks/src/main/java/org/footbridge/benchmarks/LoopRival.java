package org.footbridge.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * The least that a database must do for one closed loop, as a hand-written rival: the same transactions with the same
 * durability, each changing the aggregate's row, adding a line of history and an event. No HTTP, no token, no check, no bus.
 */
final class LoopRival {
    /** submit, triage, consent, send, acknowledge, accept, schedule, attend, complete. */
    static final int TRANSACTIONS = 9;

    private static final String TABLES = """
            create table if not exists bench_referral (id uuid primary key, tenant uuid not null, state text not null,
                version bigint not null, body text not null, changed_at timestamptz not null);
            create index if not exists bench_referral_by_state on bench_referral (tenant, state, id);
            create table if not exists bench_history (id uuid primary key, referral uuid not null, state text not null,
                at timestamptz not null);
            create index if not exists bench_history_by_referral on bench_history (referral, at);
            create table if not exists bench_outbox (position bigserial primary key, id uuid not null, referral uuid not null,
                data text not null);
            """;
    private static final UUID TENANT = UUID.randomUUID();
    private static final String BODY = "x".repeat(600);

    private final Connection connection;

    LoopRival(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    static void createTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    /** One loop. */
    void run() throws SQLException {
        UUID referral = UUID.randomUUID();
        insert(referral);
        connection.commit();
        for (int step = 1; step < TRANSACTIONS; step++) {
            read(referral);
            update(referral, step);
            connection.commit();
        }
    }

    private void insert(UUID referral) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into bench_referral values (?, ?, 'SUBMITTED', 0, ?, ?)")) {
            statement.setObject(1, referral);
            statement.setObject(2, TENANT);
            statement.setString(3, BODY);
            statement.setTimestamp(4, Timestamp.from(Instant.now()));
            statement.executeUpdate();
        }
        note(referral, "SUBMITTED");
    }

    private void read(UUID referral) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select state, version, body from bench_referral where id = ?")) {
            statement.setObject(1, referral);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("the rival lost its row");
                }
            }
        }
    }

    private void update(UUID referral, int step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update bench_referral set state = ?, version = version + 1, changed_at = ? where id = ? and version = ?")) {
            statement.setString(1, "STEP_" + step);
            statement.setTimestamp(2, Timestamp.from(Instant.now()));
            statement.setObject(3, referral);
            statement.setLong(4, step - 1L);
            statement.executeUpdate();
        }
        note(referral, "STEP_" + step);
    }

    private void note(UUID referral, String state) throws SQLException {
        try (PreparedStatement history = connection.prepareStatement("insert into bench_history values (?, ?, ?, ?)");
                PreparedStatement outbox =
                        connection.prepareStatement("insert into bench_outbox (id, referral, data) values (?, ?, ?)")) {
            history.setObject(1, UUID.randomUUID());
            history.setObject(2, referral);
            history.setString(3, state);
            history.setTimestamp(4, Timestamp.from(Instant.now()));
            history.executeUpdate();
            outbox.setObject(1, UUID.randomUUID());
            outbox.setObject(2, referral);
            outbox.setString(3, BODY);
            outbox.executeUpdate();
        }
    }
}
