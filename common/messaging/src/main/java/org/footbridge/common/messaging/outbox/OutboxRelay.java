package org.footbridge.common.messaging.outbox;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Carries committed events from the outbox to the broker: one leader per shard over all copies of a service, in order, deleted
 * only after the broker's acknowledgement. A thread of its own, because it does one thing after another and mostly waits.
 */
final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration INBOX_KEPT = Duration.ofDays(7);
    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    private final Vertx vertx;
    private final PgConnectOptions database;
    private final BrokerSender broker;
    private final Clock clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private final AtomicBoolean committedHere = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private Duration pause = SHORTEST_PAUSE;
    private Instant nextPurge = Instant.MIN;

    OutboxRelay(Vertx vertx, PgConnectOptions database, BrokerSender broker, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.broker = broker;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** This process has committed events. */
    void committed() {
        committedHere.set(true);
        wakeUps.release();
    }

    /** Ends after the statement or the acknowledgement that it waits for, or without it; what was not deleted is sent again. */
    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (isRunning()) {
                try (OutboxSession session = OutboxSession.open(vertx, database, wakeUps::release)) {
                    relay(session);
                    if (isRunning()) {
                        LOG.warn("outbox relay lost its database session and the leadership with it");
                    }
                } catch (LostSessionException e) {
                    LOG.warnf("outbox relay without database, again in %d ms: %s", pause.toMillis(), e.getCause());
                    pause();
                } catch (RuntimeException e) {
                    // the thread must outlive it: without a relay, nothing leaves and nobody notices
                    LOG.error("outbox relay failed and starts again", e);
                    pause();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("outbox relay stopped");
        }
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void pause() throws InterruptedException {
        if (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private void relay(OutboxSession session) throws LostSessionException, InterruptedException {
        while (isRunning() && session.isOpen()) {
            Set<Integer> won = session.claim();
            if (!won.isEmpty()) {
                LOG.infof("outbox relay leads shards %s", won);
            }
            drain(session);
            purgeInbox(session);
            if (wakeUps.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
            wakeOthers(session);
        }
    }

    private void wakeOthers(OutboxSession session) throws LostSessionException, InterruptedException {
        if (committedHere.getAndSet(false) && !session.leadsAll()) {
            session.wakeOthers();
        }
    }

    private void drain(OutboxSession session) throws LostSessionException, InterruptedException {
        List<PendingEvent> batch;
        do {
            batch = session.next();
            Set<Long> acknowledged = batch.isEmpty() ? Set.of() : broker.send(batch);
            session.delete(acknowledged);
            if (acknowledged.size() < batch.size()) {
                pause();
                return;
            }
            pause = SHORTEST_PAUSE;
        } while (session.isFull(batch) && isRunning());
    }

    private void purgeInbox(OutboxSession session) throws LostSessionException, InterruptedException {
        Instant now = clock.instant();
        if (session.leads(0) && !now.isBefore(nextPurge)) {
            session.purgeInbox(now.minus(INBOX_KEPT).atOffset(ZoneOffset.UTC));
            nextPurge = now.plus(BETWEEN_PURGES);
        }
    }
}
