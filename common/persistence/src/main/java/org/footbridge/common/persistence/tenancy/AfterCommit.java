package org.footbridge.common.persistence.tenancy;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Transaction;

/**
 * Runs one action after the transaction of the current context has committed, and never if it rolls back. Hibernate Reactive
 * has no such hook; the outbox needs it to wake its relay without a NOTIFY inside each transaction.
 */
public final class AfterCommit {
    private static final String KEY = "footbridge.after-commit";

    private AfterCommit() {}

    /** Registers the action; a second call in the same transaction replaces the first. */
    public static void run(Runnable action) {
        ContextLocals.put(KEY, action);
    }

    static Transaction watch(Transaction transaction) {
        return new Watched(transaction);
    }

    private static Runnable take() {
        if (!VertxContext.isOnDuplicatedContext()) {
            return null;
        }
        Runnable action = ContextLocals.get(KEY, null);
        ContextLocals.remove(KEY);
        return action;
    }

    private record Watched(Transaction transaction) implements Transaction {

        @Override
        public Future<Void> commit() {
            Runnable action = take();
            return action == null ? transaction.commit() : transaction.commit().onSuccess(done -> action.run());
        }

        @Override
        public Future<Void> rollback() {
            take();
            return transaction.rollback();
        }

        @Override
        public void commit(Handler<AsyncResult<Void>> handler) {
            commit().onComplete(handler);
        }

        @Override
        public void rollback(Handler<AsyncResult<Void>> handler) {
            rollback().onComplete(handler);
        }

        @Override
        public void completion(Handler<AsyncResult<Void>> handler) {
            transaction.completion(handler);
        }

        @Override
        public Future<Void> completion() {
            return transaction.completion();
        }
    }
}
