package org.footbridge.common.messaging.outbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * One database session of a relay, outside of the pool. The session itself holds the leadership (advisory locks) and does
 * the deleting, so a relay that lost its connection lost its leadership and can delete nothing any more.
 */
final class OutboxSession implements AutoCloseable {
    static final int SHARDS = 4;

    private static final String CHANNEL = "outbox";
    /** First half of the locks' keys; the second half is the shard. */
    private static final int LOCKS = 0x6f757462;

    private static final int BATCH = 500;
    private static final int LONGEST_STATEMENT_SECONDS = 15;
    private static final String LOCK =
            "select shard from unnest($2::smallint[]) as shard" + " where pg_try_advisory_lock($1, shard)";
    private static final String NEXT =
            "select " + PendingEvent.COLUMNS + " from outbox where shard = any($1) order by position limit " + BATCH;
    private static final String DELETE = "delete from outbox where position = any($1)";
    private static final String PURGE = "delete from inbox where ctid = any(array("
            + "select ctid from inbox where seen_at < $1 order by seen_at limit 5000))";

    private final PgConnection connection;
    private final Set<Integer> led = new TreeSet<>();
    private volatile boolean open = true;

    private OutboxSession(PgConnection connection) {
        this.connection = connection;
    }

    /**
     * Connects and listens.
     *
     * @param wake called on an event loop when another process has committed events, or when the session ended
     */
    static OutboxSession open(Vertx vertx, PgConnectOptions options, Runnable wake)
            throws LostSessionException, InterruptedException {
        OutboxSession session = new OutboxSession(await(PgConnection.connect(vertx, options)));
        session.connection.closeHandler(closed -> {
            session.open = false;
            wake.run();
        });
        int self = session.connection.processId();
        session.connection.notificationHandler(notification -> {
            if (notification.getProcessId() != self) {
                wake.run();
            }
        });
        try {
            await(session.connection.query("listen " + CHANNEL).execute());
            return session;
        } catch (LostSessionException | InterruptedException e) {
            session.close();
            throw e;
        }
    }

    /** Tries to become the leader of the shards that nobody leads; answers those that were won now. */
    Set<Integer> claim() throws LostSessionException, InterruptedException {
        Short[] missing = IntStream.range(0, SHARDS)
                .filter(shard -> !led.contains(shard))
                .mapToObj(shard -> (short) shard)
                .toArray(Short[]::new);
        Set<Integer> won = new TreeSet<>();
        if (missing.length > 0) {
            await(connection.preparedQuery(LOCK).execute(Tuple.tuple(List.of(LOCKS, missing))))
                    .forEach(row -> won.add(row.getInteger("shard")));
        }
        led.addAll(won);
        return won;
    }

    boolean leads(int shard) {
        return led.contains(shard);
    }

    boolean leadsAll() {
        return led.size() == SHARDS;
    }

    /** The oldest events of the shards that this session leads. */
    List<PendingEvent> next() throws LostSessionException, InterruptedException {
        if (led.isEmpty()) {
            return List.of();
        }
        Short[] shards = led.stream().map(Integer::shortValue).toArray(Short[]::new);
        List<PendingEvent> events = new ArrayList<>();
        await(connection.preparedQuery(NEXT).execute(Tuple.of(shards)))
                .forEach(row -> events.add(PendingEvent.of(row)));
        return events;
    }

    boolean isFull(List<PendingEvent> batch) {
        return batch.size() == BATCH;
    }

    void delete(Collection<Long> positions) throws LostSessionException, InterruptedException {
        if (!positions.isEmpty()) {
            await(connection.preparedQuery(DELETE).execute(Tuple.of(positions.toArray(Long[]::new))));
        }
    }

    /** Wakes the relays of the other processes. */
    void wakeOthers() throws LostSessionException, InterruptedException {
        await(connection.query("notify " + CHANNEL).execute());
    }

    /** Forgets what consumers saw before; in steps, so that no statement locks many rows for long. */
    void purgeInbox(OffsetDateTime before) throws LostSessionException, InterruptedException {
        int removed;
        do {
            removed = await(connection.preparedQuery(PURGE).execute(Tuple.of(before)))
                    .rowCount();
        } while (removed > 0);
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        connection.close();
    }

    private static <T> T await(Future<T> future) throws LostSessionException, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONGEST_STATEMENT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LostSessionException(e.getCause());
        } catch (TimeoutException e) {
            throw new LostSessionException(e);
        }
    }
}
