package org.footbridge.common.messaging.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Sends batches to the broker, with at most one unacknowledged event per aggregate: whatever fails, no event of an aggregate
 * ever overtakes an earlier one.
 */
class BrokerSender {
    private static final Logger LOG = Logger.getLogger(BrokerSender.class);
    private static final Duration COMPLAIN_AFTER = Duration.ofSeconds(10);

    private final Supplier<KafkaProducer<String, byte[]>> producer;
    private final String topicSuffix;

    BrokerSender(Supplier<KafkaProducer<String, byte[]>> producer, String topicSuffix) {
        this.producer = producer;
        this.topicSuffix = topicSuffix;
    }

    /** Sends the batch and waits, as long as the broker takes, for the answers; these positions were acknowledged. */
    Set<Long> send(List<PendingEvent> batch) throws InterruptedException {
        Set<Long> acknowledged = new HashSet<>();
        Set<UUID> held = new HashSet<>();
        if (!topicsAnswer(batch)) {
            return acknowledged;
        }
        for (List<PendingEvent> wave : waves(batch)) {
            Map<PendingEvent, CompletableFuture<?>> answers = new LinkedHashMap<>();
            wave.stream()
                    .filter(event -> !held.contains(event.subject()))
                    .forEach(event -> answers.put(event, start(event)));
            for (Map.Entry<PendingEvent, CompletableFuture<?>> answer : answers.entrySet()) {
                if (isDone(answer.getValue(), answer.getKey().type())) {
                    acknowledged.add(answer.getKey().position());
                } else {
                    held.add(answer.getKey().subject());
                }
            }
        }
        return acknowledged;
    }

    /** Without this, each record of a batch would wait {@code max.block.ms} on its own for a broker that is not there. */
    private boolean topicsAnswer(List<PendingEvent> batch) throws InterruptedException {
        List<String> topics = batch.stream()
                .map(event -> event.topic() + topicSuffix)
                .distinct()
                .toList();
        for (String topic : topics) {
            Uni<?> partitions =
                    producer.get().runOnSendingThread((Producer<String, byte[]> p) -> p.partitionsFor(topic));
            if (!isDone(partitions.subscribeAsCompletionStage(), topic)) {
                return false;
            }
        }
        return true;
    }

    private CompletableFuture<?> start(PendingEvent event) {
        return producer.get().send(event.toRecord(topicSuffix)).subscribeAsCompletionStage();
    }

    private static boolean isDone(CompletableFuture<?> answer, String what) throws InterruptedException {
        while (true) {
            try {
                answer.get(COMPLAIN_AFTER.toSeconds(), TimeUnit.SECONDS);
                return true;
            } catch (TimeoutException e) {
                LOG.warnf(
                        "the broker has not acknowledged %s for %d s; still waiting", what, COMPLAIN_AFTER.toSeconds());
            } catch (ExecutionException e) {
                LOG.warnf("the broker refused %s, which stays in the outbox: %s", what, e.getCause());
                return false;
            }
        }
    }

    /** The first events of all aggregates, then the second ones, and so on. */
    private static List<List<PendingEvent>> waves(List<PendingEvent> batch) {
        List<List<PendingEvent>> waves = new ArrayList<>();
        Map<UUID, Integer> turns = new HashMap<>();
        for (PendingEvent event : batch) {
            int turn = turns.merge(event.subject(), 1, Integer::sum) - 1;
            if (turn == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(turn).add(event);
        }
        return waves;
    }
}
