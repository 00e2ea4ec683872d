package org.footbridge.common.messaging.outbox;

import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the relay needs to know beside the pool: it connects as the run-time role, on its own. */
@Singleton
public class RelayConfig {
    private static final int CONNECT_TIMEOUT_MS = 5_000;

    private final PgConnectOptions database;
    private final String topicSuffix;

    public RelayConfig(
            @ConfigProperty(name = "footbridge.database.address") String address,
            @ConfigProperty(name = "footbridge.database.name") String name,
            @ConfigProperty(name = "footbridge.database.app.username") String username,
            @ConfigProperty(name = "footbridge.database.app.password") String password,
            @ConfigProperty(name = "footbridge.bus.topic-suffix") Optional<String> topicSuffix) {
        // user and password go through setters: in the address they would have to be encoded
        PgConnectOptions options = PgConnectOptions.fromUri("postgresql://" + address + "/" + name)
                .setUser(username)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .addProperty("application_name", "outbox-relay")
                // a leader whose machine vanished loses its locks after about 11 s, not after two hours
                .addProperty("tcp_keepalives_idle", "5")
                .addProperty("tcp_keepalives_interval", "2")
                .addProperty("tcp_keepalives_count", "3");
        options.setConnectTimeout(CONNECT_TIMEOUT_MS);
        this.database = options;
        this.topicSuffix = topicSuffix.orElse("");
    }

    PgConnectOptions database() {
        return new PgConnectOptions(database);
    }

    /** What tests put behind each topic's name; empty elsewhere. */
    public String topicSuffix() {
        return topicSuffix;
    }
}
