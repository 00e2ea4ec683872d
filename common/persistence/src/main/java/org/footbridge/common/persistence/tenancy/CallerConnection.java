package org.footbridge.common.persistence.tenancy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.util.UUID;

/** A connection that sends the caller's settings right behind BEGIN, in the same round trip. */
final class CallerConnection implements SqlConnection {
    private static final String SET_CALLER = "select set_config('footbridge.tenant', $1, true),"
            + " set_config('footbridge.agency', $2, true), set_config('footbridge.platform', $3, true)";

    private final SqlConnection connection;

    CallerConnection(SqlConnection connection) {
        this.connection = connection;
    }

    @Override
    public Future<Transaction> begin() {
        DatabaseCaller caller = Tenancy.current();
        Future<Transaction> begun = connection.begin();
        if (caller.equals(DatabaseCaller.NOBODY)) {
            return begun.map(AfterCommit::watch);
        }
        Tuple settings = Tuple.of(text(caller.tenant()), text(caller.agency()), caller.platform() ? "true" : "");
        Future<RowSet<Row>> set = connection.preparedQuery(SET_CALLER).execute(settings);
        return begun.compose(transaction -> set.map(AfterCommit.watch(transaction)));
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }

    @Override
    public void begin(Handler<AsyncResult<Transaction>> handler) {
        begin().onComplete(handler);
    }

    /** Hibernate Reactive commits what it gets here, not what {@link #begin()} gave it. */
    @Override
    public Transaction transaction() {
        Transaction running = connection.transaction();
        return running == null ? null : AfterCommit.watch(running);
    }

    @Override
    public SqlConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler) {
        connection.prepare(sql, handler);
        return this;
    }

    @Override
    public Future<PreparedStatement> prepare(String sql) {
        return connection.prepare(sql);
    }

    @Override
    public SqlConnection prepare(String sql, PrepareOptions options, Handler<AsyncResult<PreparedStatement>> handler) {
        connection.prepare(sql, options, handler);
        return this;
    }

    @Override
    public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
        return connection.prepare(sql, options);
    }

    @Override
    public SqlConnection exceptionHandler(Handler<Throwable> handler) {
        connection.exceptionHandler(handler);
        return this;
    }

    @Override
    public SqlConnection closeHandler(Handler<Void> handler) {
        connection.closeHandler(handler);
        return this;
    }

    @Override
    public boolean isSSL() {
        return connection.isSSL();
    }

    @Override
    public DatabaseMetadata databaseMetadata() {
        return connection.databaseMetadata();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return connection.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return connection.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return connection.preparedQuery(sql, options);
    }

    @Override
    public Future<Void> close() {
        return connection.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        connection.close(handler);
    }
}
