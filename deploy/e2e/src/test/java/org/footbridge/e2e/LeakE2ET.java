package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.footbridge.common.events.Topic;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;
import org.footbridge.local.demo.Story;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the story, nobody finds a child, a guardian or a concern on the bus, in a log or in a mail (decision 41). */
@ExtendWith(RunningStack.class)
class LeakE2ET {
    /** Names, contacts, concern and free text of the story's referral. */
    private static final List<String> CANARIES = List.of(
            "José", "Pepe", "Núñez", "García", "mnunez@example.org", "555-0100", "ANXIETY", "recess", "stu-1001");

    @Test
    void shouldKeepPersonsAndConcernsOutOfTopicsAndLogs(Stack stack, World world) throws IOException {
        new Story(world).play();

        List<String> records = everythingOnTheBus(stack.bootstrapServers());
        assertThat(records).as("the story was on the bus").anyMatch(one -> one.contains("referral.sent"));
        for (String canary : CANARIES) {
            assertThat(records).as("topics hold %s", canary).noneMatch(one -> one.contains(canary));
            for (Part service : Stream.of(Part.values()).filter(Part::isService).toList()) {
                String log = Files.readString(stack.log(service), StandardCharsets.UTF_8);
                assertThat(log.contains(canary)).as("the log of %s holds %s", service, canary).isFalse();
            }
        }
    }

    private static List<String> everythingOnTheBus(String broker) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker,
                "key.deserializer", StringDeserializer.class.getName(),
                "value.deserializer", ByteArrayDeserializer.class.getName());
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = Stream.of(Topic.values())
                    .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(one -> found.add(text(one)));
            }
        }
        return found;
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        StringBuilder text = new StringBuilder(String.valueOf(record.key()));
        record.headers()
                .forEach(header -> text.append(' ').append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.append(' ')
                .append(record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8))
                .toString();
    }
}
