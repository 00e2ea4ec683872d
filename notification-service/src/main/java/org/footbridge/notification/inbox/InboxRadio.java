package org.footbridge.notification.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.common.persistence.tenancy.AfterCommit;
import org.jboss.logging.Logger;

/**
 * Tells the other copies whose inbox has grown: ids of people over a connection of its own, gathered and sent after the commit
 * (decision 24). While the connection is down, the heartbeat of each stream looks for itself.
 */
@ApplicationScoped
class InboxRadio {
    private static final Logger LOG = Logger.getLogger(InboxRadio.class);
    private static final String CHANNEL = "inbox";
    private static final long RECONNECT_MILLIS = 1000;
    private static final String ANNOUNCE =
            "select pg_notify('" + CHANNEL + "', person::text) from unnest($1::uuid[]) as person";

    private final Vertx vertx;
    private final InboxSignal signal;
    private final InboxConfig config;
    private final PgConnectOptions database;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private PgSubscriber radio;
    private long timer;

    InboxRadio(
            Vertx vertx,
            InboxSignal signal,
            InboxConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.signal = signal;
        this.config = config;
        this.database = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    void start(@Observes StartupEvent event) {
        radio = PgSubscriber.subscriber(vertx, database).reconnectPolicy(retries -> RECONNECT_MILLIS);
        radio.channel(CHANNEL).handler(person -> signal.raise(UUID.fromString(person)));
        radio.connect().onFailure(failure -> LOG.warnf("other copies are not heard yet: %s", failure.toString()));
        timer = vertx.setPeriodic(config.gather().toMillis(), tick -> announce());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        radio.close();
    }

    /** Once the running transaction is committed: wakes the streams here at once, and those of the other copies soon. */
    void announceAfterCommit(UUID person) {
        AfterCommit.run("inbox:" + person, () -> {
            signal.raise(person);
            waiting.add(person);
        });
    }

    private void announce() {
        PgConnection connection = waiting.isEmpty() ? null : radio.actualConnection();
        if (connection == null) {
            return;
        }
        UUID[] people = waiting.toArray(UUID[]::new);
        waiting.removeAll(Set.of(people));
        connection
                .preparedQuery(ANNOUNCE)
                .execute(Tuple.of(people))
                .onFailure(failure -> LOG.warnf("other copies were not woken: %s", failure.toString()));
    }
}
