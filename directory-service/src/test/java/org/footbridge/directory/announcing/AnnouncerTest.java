package org.footbridge.directory.announcing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.footbridge.common.events.Topic;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

/** What the bus hears of a change, read from the broker. */
@QuarkusTest
@DirectoryTest
class AnnouncerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    DemoTokens demo;

    @Test
    void shouldTellEachChangeOnceAndNothingOfWhatStayedTheSame() throws IOException {
        // Given
        String organization = UUID.randomUUID().toString();
        String service = UUID.randomUUID().toString();
        ObjectNode document = document(organization, service);

        // When
        DemoDirectory.load(demo, document.toString()).statusCode(200);
        DemoDirectory.load(demo, document.toString()).statusCode(200);
        given().auth()
                .oauth2(demo.tokens()
                        .person("director")
                        .agency(UUID.fromString(organization))
                        .roles("agency_admin")
                        .scopes("directory:write")
                        .sign())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"status\":\"HAS_CAPACITY\",\"available\":7}")
                .put("/api/v1/directory/services/{id}/capacity", service)
                .then()
                .statusCode(200);

        // Then
        List<ConsumerRecord<String, byte[]>> records = recordsUntilCapacity(service);
        assertThat(records.stream().filter(one -> one.key().equals(organization)))
                .hasSize(1)
                .allMatch(one -> header(one, "ce_type").equals("org.footbridge.directory.organization_changed.v1"));
        List<ConsumerRecord<String, byte[]>> ofService =
                records.stream().filter(one -> one.key().equals(service)).toList();
        assertThat(ofService).extracting(one -> header(one, "ce_sequence")).containsExactly("1", "2");
        JsonNode facts = DemoDirectory.JSON.readTree(ofService.getLast().value());
        assertThat(facts.path("organizationId").asText()).isEqualTo(organization);
        assertThat(facts.path("languages").toString()).isEqualTo("[\"so\"]");
        assertThat(facts.at("/capacity/available").asInt()).isEqualTo(7);
    }

    private static ObjectNode document(String organization, String service) {
        ObjectNode document = DemoDirectory.JSON
                .createObjectNode()
                .put("id", organization)
                .put("name", "Announced agency")
                .put("description", "Exists in tests only.");
        ObjectNode offered = document.withArray("services")
                .addObject()
                .put("id", service)
                .put("name", "Announced service")
                .put("status", "inactive");
        offered.withArray("languages")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("code", "som");
        return document;
    }

    private static List<ConsumerRecord<String, byte[]>> recordsUntilCapacity(String service) {
        String topic = Topic.DIRECTORY.topicName() + setting("footbridge.bus.topic-suffix");
        Map<String, Object> settings = Map.of("bootstrap.servers", setting("kafka.bootstrap.servers"));
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            await("the service's second event").atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.stream()
                        .anyMatch(one -> one.key().equals(service)
                                && header(one, "ce_sequence").equals("2"));
            });
        }
        return records;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
