package org.footbridge.common.messaging.outbox;

import static io.quarkus.vertx.VertxContextSupport.subscribeAndAwait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.footbridge.common.messaging.MessagingTest;
import org.footbridge.common.messaging.sample.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relays that the test starts itself, in place of the one of the application. */
@QuarkusTest
class OutboxRelayTest extends MessagingTest {
    private static final int EVENTS = 20;
    private static final String KILL_RELAYS = "select pg_terminate_backend(pid)::int from pg_stat_activity"
            + " where application_name = 'outbox-relay' and datname = current_database()";
    private static final String LEADERS = "select count(distinct pid) from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = current_database())";

    @Inject
    RelayLifecycle application;

    @Inject
    Vertx vertx;

    @Inject
    RelayConfig config;

    @Inject
    KafkaClientService kafkaClients;

    @Inject
    OutboxSignal signal;

    @Inject
    Clock clock;

    private final List<OutboxRelay> relays = new ArrayList<>();

    @BeforeEach
    void takeThePlaceOfTheApplicationsRelay() {
        application.stop(null);
        await().untilAsserted(() -> assertThat(longs(LEADERS)).containsExactly(0L));
    }

    @AfterEach
    void giveItBack() {
        relays.forEach(OutboxRelay::close);
        application.start(null);
    }

    @Test
    void shouldKeepTheOrderPerAggregateWithTwoRelaysAndSlowCommits() throws Exception {
        // Given
        start(sender());
        start(sender());
        List<UUID> schools = schools(5);

        // When
        publishFromTwoThreadsEach(schools, () -> 0);

        // Then
        for (UUID school : schools) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(sequencesOnTopic(school)).isEqualTo(upTo(EVENTS)));
        }
    }

    @Test
    void shouldHandOverInOrderWhenTheLeaderDies() throws Exception {
        // Given
        start(sender());
        start(sender());
        List<UUID> schools = schools(5);

        // When
        publishFromTwoThreadsEach(schools, () -> longs(KILL_RELAYS));

        // Then
        for (UUID school : schools) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(effects(school)).isEqualTo(upTo(EVENTS)));
            assertThat(sequencesOnTopic(school).stream().distinct().toList()).isEqualTo(upTo(EVENTS));
            assertThat(waiting(school)).isZero();
        }
    }

    @Test
    void shouldLeaveLeadershipToOneRelayPerShard() {
        // Given
        start(sender());

        // When
        start(sender());

        // Then
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(longs(LEADERS)).containsExactly(1L));
    }

    @Test
    void shouldSendAgainAfterACrashBeforeTheDeleteAndTheInboxAbsorbsIt() throws Throwable {
        // Given
        UUID school = UUID.randomUUID();
        start(new SenderThatLosesItsSessionOnce());

        // When
        rename(school, "Lincoln");

        // Then
        await().untilAsserted(() -> assertThat(sequencesOnTopic(school)).containsExactly(1L, 1L));
        assertThat(onTopic(school).stream()
                        .map(r -> TopicReader.header(r, "ce_id"))
                        .distinct())
                .hasSize(1);
        rename(school, "Lincoln Middle");
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(1L, 2L));
        assertThat(waiting(school)).isZero();
    }

    @Test
    void shouldPublishNothingOfATransactionThatRollsBack() throws Throwable {
        // Given
        start(sender());
        UUID school = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> subscribeAndAwait(() -> service.renameAndFail(school, "Nowhere")))
                .isInstanceOf(IllegalStateException.class);
        rename(school, "Lincoln");

        // Then
        await().untilAsserted(() -> assertThat(effects(school)).containsExactly(1L));
        assertThat(onTopic(school)).hasSize(1);
    }

    @Test
    void shouldForgetAfterAWeekWhatConsumersHaveSeen() throws Exception {
        // Given
        UUID old = UUID.randomUUID();
        UUID recent = UUID.randomUUID();
        String insert = "insert into inbox values ('purge', ?, now() - interval '1 day' * ?) returning 1";
        longs(insert, old, 8);
        longs(insert, recent, 6);

        // When
        start(sender());

        // Then
        String count = "select count(*) from inbox where consumer = 'purge' and event_id = ?";
        await().untilAsserted(() -> assertThat(longs(count, old)).containsExactly(0L));
        assertThat(longs(count, recent)).containsExactly(1L);
    }

    /** Every fourth commit is slow, and in the middle something happens. */
    private void publishFromTwoThreadsEach(List<UUID> schools, Callable<?> inTheMiddle) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = schools.stream()
                    .flatMap(school -> Stream.of(school, school))
                    .<Future<?>>map(school -> threads.submit(() -> publishHalf(school)))
                    .toList();
            await().until(() -> schools.stream()
                    .anyMatch(school -> !sequencesOnTopic(school).isEmpty()));
            inTheMiddle.call();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private Void publishHalf(UUID school) throws Exception {
        for (int number = 1; number <= EVENTS / 2; number++) {
            String name = "name " + number;
            double seconds = number % 4 == 0 ? 0.3 : 0;
            try {
                subscribeAndAwait(() -> service.renameSlowly(school, name, seconds));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    private List<Long> sequencesOnTopic(UUID subject) {
        return onTopic(subject).stream()
                .map(record -> Long.valueOf(TopicReader.header(record, "ce_sequence")))
                .toList();
    }

    private static List<UUID> schools(int number) {
        return IntStream.range(0, number).mapToObj(i -> UUID.randomUUID()).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void start(BrokerSender sender) {
        OutboxRelay relay = new OutboxRelay(vertx, config.database(), sender, clock);
        relays.add(relay);
        signal.listen(relay::committed);
        relay.start();
    }

    private BrokerSender sender() {
        return new BrokerSender(() -> kafkaClients.getProducer(OutboxChannel.NAME), config.topicSuffix());
    }

    /** As if the process died between the broker's acknowledgement and the delete. */
    private final class SenderThatLosesItsSessionOnce extends BrokerSender {
        private final AtomicBoolean lost = new AtomicBoolean();

        SenderThatLosesItsSessionOnce() {
            super(() -> kafkaClients.getProducer(OutboxChannel.NAME), config.topicSuffix());
        }

        @Override
        Set<Long> send(List<PendingEvent> batch) throws InterruptedException {
            Set<Long> acknowledged = super.send(batch);
            if (!lost.getAndSet(true)) {
                try {
                    longs(KILL_RELAYS);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            return acknowledged;
        }
    }
}
