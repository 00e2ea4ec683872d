package org.footbridge.common.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.footbridge.common.messaging.MessagingTest;
import org.footbridge.common.messaging.sample.SampleRecords;
import org.footbridge.common.messaging.sample.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventConsumerTest extends MessagingTest {
    private final UUID school = UUID.randomUUID();

    @Test
    void shouldTakeEffectOfEachEventOnce() throws Throwable {
        // When
        rename(school, "Lincoln");
        rename(school, "Lincoln Middle");

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(1L, 2L));
        await().untilAsserted(() -> assertThat(waiting(school)).isZero());
    }

    @Test
    void shouldTakeEffectOnceOfARecordThatComesTwice() throws Exception {
        // Given
        ProducerRecord<String, byte[]> first = SampleRecords.renamed(TOPIC, school, 1, "Lincoln");

        // When
        send(first, first, SampleRecords.renamed(TOPIC, school, 2, "Lincoln Middle"));

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(1L, 2L));
    }

    @Test
    void shouldBuryARecordThatIsNoCloudEvent() throws Exception {
        // When
        send(SampleRecords.withoutEnvelope(TOPIC, school, 1, "{}"), SampleRecords.renamed(TOPIC, school, 2, "Lincoln"));

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(2L));
        assertThat(buried("dead-letter-reason")).isEqualTo("not-a-cloudevent");
    }

    @Test
    void shouldBuryARecordWithoutReadablePayload() throws Exception {
        // Given
        ProducerRecord<String, byte[]> poison = SampleRecords.header(
                SampleRecords.withoutEnvelope(TOPIC, school, 1, "{\"schoolId\":"), "ce_specversion", "1.0");

        // When
        send(poison, SampleRecords.renamed(TOPIC, school, 2, "Lincoln"));

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(2L));
        assertThat(buried("dead-letter-reason")).isEqualTo("payload-unreadable");
    }

    @Test
    void shouldBuryARecordWithAnUnreadableAttribute() throws Exception {
        // Given
        ProducerRecord<String, byte[]> poison =
                SampleRecords.header(SampleRecords.renamed(TOPIC, school, 1, "Lincoln"), "ce_time", "yesterday");

        // When
        send(poison, SampleRecords.renamed(TOPIC, school, 2, "Lincoln"));

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(2L));
        assertThat(buried("dead-letter-reason")).isEqualTo("attribute-unreadable");
    }

    @Test
    void shouldBuryWhatTheDatabaseRefusesAndSayWhereItWas() throws Exception {
        // Given
        ProducerRecord<String, byte[]> poison = SampleRecords.renamed(TOPIC, school, 1, "forbidden");

        // When
        send(poison, SampleRecords.renamed(TOPIC, school, 2, "Lincoln"));

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(2L));
        ConsumerRecord<String, byte[]> original = onTopic(school).getFirst();
        assertThat(buried("dead-letter-reason")).isEqualTo("effect-failed");
        assertThat(buried("dead-letter-consumer")).isEqualTo("sample");
        assertThat(buried("dead-letter-topic")).isEqualTo(TOPIC);
        assertThat(buried("dead-letter-partition")).isEqualTo(Integer.toString(original.partition()));
        assertThat(buried("dead-letter-offset")).isEqualTo(Long.toString(original.offset()));
        assertThat(buried("ce_type")).isEqualTo("org.footbridge.roster.school_changed.v1");
        assertThat(deadLetters(school).getFirst().value()).isEqualTo(original.value());
    }

    @Test
    void shouldSkipATypeOfALaterVersion() throws Exception {
        // Given
        ProducerRecord<String, byte[]> later = SampleRecords.header(
                SampleRecords.renamed(TOPIC, school, 1, "Lincoln"), "ce_type", "org.footbridge.roster.school_moved.v1");

        // When
        send(later, SampleRecords.renamed(TOPIC, school, 2, "Lincoln"));

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(2L));
        assertThat(deadLetters(school)).isEmpty();
    }

    private String buried(String header) {
        assertThat(deadLetters(school)).hasSize(1);
        return TopicReader.header(deadLetters(school).getFirst(), header);
    }
}
