package org.footbridge.common.testsupport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics that keep everything (decision 22); those that exist stay as they are. */
public final class Topics {

    private Topics() {}

    /**
     * Creates the topics that are missing, each with replication 1.
     *
     * @param bootstrapServers address of the broker
     * @param names the topics, dead-letter topics included
     * @param partitions partitions per topic: 12 in production
     * @throws ServerStartException when the broker refuses or does not answer
     */
    public static void create(String bootstrapServers, Collection<String> names, int partitions) {
        List<NewTopic> topics = names.stream()
                .distinct()
                .map(name -> new NewTopic(name, Optional.of(partitions), Optional.of((short) 1))
                        .configs(Map.of("retention.ms", "-1")))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var result : admin.createTopics(topics).values().values()) {
                awaitCreated(result);
            }
        }
    }

    private static void awaitCreated(KafkaFuture<Void> result) {
        try {
            result.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new ServerStartException(
                        "topic could not be created: " + e.getCause().getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("interrupted while creating topics", e);
        }
    }
}
