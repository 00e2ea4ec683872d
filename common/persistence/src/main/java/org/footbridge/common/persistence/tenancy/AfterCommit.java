package org.footbridge.common.persistence.tenancy;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs actions after the transaction of the current context has committed, and never if it rolls back. Hibernate Reactive
 * has no such hook; the outbox and the queue need it to wake their loops without a NOTIFY inside each transaction.
 */
public final class AfterCommit {
    private static final String KEY = "footbridge.after-commit";

    private AfterCommit() {}

    /**
     * Registers an action.
     *
     * @param key what the action is for: a second action of the same key in the same transaction replaces the first
     */
    public static void run(String key, Runnable action) {
        Map<String, Runnable> actions = ContextLocals.get(KEY, null);
        if (actions == null) {
            actions = new LinkedHashMap<>();
            ContextLocals.put(KEY, actions);
        }
        actions.put(key, action);
    }

    static Transaction watch(Transaction transaction) {
        return new Watched(transaction);
    }

    private static List<Runnable> take() {
        if (!VertxContext.isOnDuplicatedContext()) {
            return List.of();
        }
        Map<String, Runnable> actions = ContextLocals.get(KEY, null);
        ContextLocals.remove(KEY);
        return actions == null ? List.of() : List.copyOf(actions.values());
    }

    private record Watched(Transaction transaction) implements Transaction {

        @Override
        public Future<Void> commit() {
            List<Runnable> actions = take();
            return actions.isEmpty()
                    ? transaction.commit()
                    : transaction.commit().onSuccess(done -> actions.forEach(Runnable::run));
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
