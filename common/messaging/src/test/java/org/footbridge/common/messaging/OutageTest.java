package org.footbridge.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.footbridge.common.messaging.sample.SampleRecords;
import org.junit.jupiter.api.Test;

/** Servers that die and come back: nothing is lost, nobody has to restart anything. */
@QuarkusTest
class OutageTest extends MessagingTest {
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final UUID school = UUID.randomUUID();

    @Test
    void shouldLoseNothingWhileTheBrokerIsDownForTwentySeconds() throws Throwable {
        // Given
        rename(school, "before");
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(1L));
        kafka.kill();

        // When
        for (int number = 2; number <= 30; number++) {
            rename(school, "during " + number);
        }
        await().during(Duration.ofSeconds(20)).atMost(Duration.ofSeconds(40)).until(() -> waiting(school) == 29);
        kafka.start();

        // Then
        await().atMost(RECOVERY).untilAsserted(() -> assertThat(effects(school)).isEqualTo(upTo(30)));
        await().untilAsserted(() -> assertThat(waiting(school)).isZero());
    }

    @Test
    void shouldPutNothingIntoTheDeadLettersWhileTheDatabaseIsDown() throws Throwable {
        // Given
        rename(school, "before");
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(1L));
        postgres.kill();

        // When
        for (long sequence = 2; sequence <= 30; sequence++) {
            send(SampleRecords.renamed(TOPIC, school, sequence, "during"));
        }
        await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(20)).until(() -> deadLetters(school)
                .isEmpty());
        postgres.start();

        // Then
        await().atMost(RECOVERY).ignoreExceptions().untilAsserted(() -> assertThat(effects(school))
                .isEqualTo(upTo(30)));
        assertThat(deadLetters(school)).isEmpty();
    }

    @Test
    void shouldRelayAgainAfterTheDatabaseCameBack() throws Throwable {
        // Given
        postgres.kill();
        postgres.start();

        // When
        await().atMost(RECOVERY).ignoreExceptions().until(() -> {
            try {
                rename(school, "after");
                return true;
            } catch (Throwable e) {
                return false;
            }
        });

        // Then
        await().atMost(RECOVERY).untilAsserted(() -> assertThat(effects(school)).containsExactly(1L));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
