package org.footbridge.common.messaging.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.function.Supplier;

/** Runs the relay of this copy of the service for as long as the service runs. */
@Singleton
public class RelayLifecycle {
    private final Supplier<OutboxRelay> relays;
    private final OutboxSignal signal;
    private OutboxRelay relay;

    public RelayLifecycle(Vertx vertx, RelayConfig config, KafkaClientService kafka, OutboxSignal signal, Clock clock) {
        BrokerSender broker = new BrokerSender(() -> kafka.getProducer(OutboxChannel.NAME), config.topicSuffix());
        this.relays = () -> new OutboxRelay(vertx, config.database(), broker, clock);
        this.signal = signal;
    }

    /** After the connector has built its producer. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        relay = relays.get();
        signal.listen(relay::committed);
        relay.start();
    }

    /** Before the producer and the event loops go. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        relay.close();
    }
}
