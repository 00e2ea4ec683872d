package org.footbridge.common.queue;

import static io.quarkus.vertx.VertxContextSupport.subscribeAndAwait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.footbridge.common.queue.sample.SampleClock;
import org.footbridge.common.queue.sample.SampleService;
import org.footbridge.common.testsupport.ServiceTestResource;
import org.footbridge.common.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is due is done once, by whoever is there. Each test has a kind of its own, as loops run until the end. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class WorkLoopTest {
    TestDatabase database;

    @Inject
    SampleService service;

    @Inject
    SampleClock clock;

    @Inject
    WorkLoops loops;

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void shouldDoWorkAtItsTimeAndNotBefore() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("at-its-time");
        UUID dueNow = UUID.randomUUID();
        loops.start(kind, service::work);
        plan(kind, id, Duration.ofMinutes(10));
        plan(kind, dueNow, Duration.ZERO);
        await().until(() -> effects(dueNow) == 1);
        assertThat(effects(id)).isZero();

        // When
        clock.advance(Duration.ofMinutes(11));

        // Then
        await().until(() -> effects(id) == 1);
        assertThat(waiting(kind)).isZero();
    }

    @Test
    void shouldDoWorkAsTheDistrictThatItBelongsTo() throws Throwable {
        WorkKind kind = new WorkKind("as-tenant");
        loops.start(kind, service::work);

        plan(kind, id, Duration.ZERO);

        await().until(() -> effects(id) == 1);
        assertThat(number(
                        "select count(*) from effect where work_id = ? and tenant = ?", id, SampleService.TENANT + ""))
                .isEqualTo(1);
    }

    @Test
    void shouldDoOnceWhatWasDueWhileNobodyRan() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("nobody-ran");
        plan(kind, id, Duration.ofMinutes(1));
        clock.advance(Duration.ofDays(3));

        // When
        loops.start(kind, service::work);

        // Then
        await().until(() -> waiting(kind) == 0);
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void shouldDoEachWorkOnceThoughTwoCopiesRun() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("two-copies");
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(300).toList();
        loops.start(kind, service::work);
        loops.start(kind, service::work);

        // When
        subscribeAndAwait(() -> service.planAll(kind, ids, clock.instant()));

        // Then
        await().until(() -> waiting(kind) == 0);
        for (UUID each : ids) {
            assertThat(effects(each)).isEqualTo(1);
        }
    }

    @Test
    void shouldLeaveNothingBehindWhereTheLeaseWasLost() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("lost-lease");
        AtomicInteger runs = new AtomicInteger();
        loops.start(
                kind,
                work -> runs.incrementAndGet() == 1
                        ? service.workWhileItIsMadeDueAnew(work, clock.instant())
                        : service.work(work));

        // When
        plan(kind, id, Duration.ZERO);

        // Then
        await().until(() -> waiting(kind) == 0);
        assertThat(effects(id)).isEqualTo(1);
        assertThat(runs).hasValue(2);
    }

    @Test
    void shouldDoAgainWhatFailedOnceItsLeaseIsOver() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("failed");
        AtomicInteger runs = new AtomicInteger();
        loops.start(
                kind,
                work -> runs.incrementAndGet() == 1
                        ? Uni.createFrom().failure(new IllegalStateException("the copy that ran it has died"))
                        : service.work(work));

        // When
        plan(kind, id, Duration.ZERO);

        // Then
        await().until(() -> waiting(kind) == 0);
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void shouldKeepTheLeaseOfWorkThatTakesLongerThanIt() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("takes-long");
        plan(kind, id, Duration.ZERO);
        UUID after = UUID.randomUUID();

        // When
        for (int copy = 0; copy < 2; copy++) {
            loops.start(kind, work -> Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(work.id().equals(id) ? Duration.ofSeconds(5) : Duration.ofMillis(1))
                    .chain(() -> service.work(work)));
        }

        // Then
        await().until(() -> waiting(kind) == 0);
        plan(kind, after, Duration.ZERO);
        await().until(() -> effects(after) == 1);
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void shouldNotDoWhatWasCancelled() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("cancelled");
        UUID other = UUID.randomUUID();
        plan(kind, id, Duration.ZERO);
        subscribeAndAwait(() -> service.cancel(kind, id));

        // When
        loops.start(kind, service::work);
        plan(kind, other, Duration.ZERO);

        // Then
        await().until(() -> effects(other) == 1);
        assertThat(effects(id)).isZero();
    }

    @Test
    void shouldComeBackAtTheNextTimeOfWorkThatGoesOn() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("goes-on");
        loops.start(kind, work -> service.workAgainAt(work, clock.instant().plus(Duration.ofHours(1))));
        plan(kind, id, Duration.ZERO);
        await().until(() -> effects(id) == 1);

        // When
        clock.advance(Duration.ofMinutes(61));

        // Then
        await().until(() -> effects(id) == 2);
        assertThat(waiting(kind)).isEqualTo(1);
    }

    @Test
    void shouldWakeEveryKindThatOneTransactionMadeDue() throws Throwable {
        // Given
        WorkKind one = new WorkKind("one-of-two");
        WorkKind other = new WorkKind("other-of-two");
        List<WorkKind> done = new ArrayList<>();
        for (WorkKind kind : List.of(one, other)) {
            loops.start(kind, work -> service.work(work).invoke(() -> {
                synchronized (done) {
                    done.add(work.kind());
                }
            }));
        }

        // When
        subscribeAndAwait(() -> service.planBoth(one, other, id, clock.instant()));

        // Then
        await().until(() -> effects(id) == 2);
        await().untilAsserted(() -> {
            synchronized (done) {
                assertThat(done).containsExactlyInAnyOrder(one, other);
            }
        });
    }

    @Test
    void shouldTakeNamesOnlyThatTellKindsApart() {
        assertThat(new WorkKind("service-clock")).hasToString("service-clock");
        for (String bad : List.of("", "x", "Mail", "mail box", "m_x", "a".repeat(41))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new WorkKind(bad));
        }
    }

    private void plan(WorkKind kind, UUID work, Duration in) throws Throwable {
        subscribeAndAwait(() -> service.plan(kind, work, clock.instant().plus(in)));
    }

    private long effects(UUID work) throws SQLException {
        return number("select count(*) from effect where work_id = ?", work);
    }

    private long waiting(WorkKind kind) throws SQLException {
        return number("select count(*) from work_queue where kind = ?", kind.name());
    }

    private long number(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
