package org.footbridge.common.queue;

import static io.quarkus.vertx.VertxContextSupport.subscribeAndAwait;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.footbridge.common.queue.sample.SampleClock;
import org.footbridge.common.queue.sample.SampleService;
import org.footbridge.common.testsupport.ServiceTestResource;
import org.footbridge.common.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** Work that fails is tried ever more seldom, and in the end it waits for an operator. It is parked after 4 failures here. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class FailingWorkTest {
    private static final String SECRET = "Jane Canary";

    TestDatabase database;

    @Inject
    SampleService service;

    @Inject
    SampleClock clock;

    @Inject
    WorkLoops loops;

    @Inject
    WorkQueueService queue;

    private final UUID id = UUID.randomUUID();
    private final List<Long> runs = new CopyOnWriteArrayList<>();

    @Test
    void shouldWaitLongerAfterEachFailure() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("fails-slowly");
        loops.start(kind, failing(), new Patience(Duration.ofMillis(200), Duration.ofSeconds(10), 4));

        // When
        plan(kind);
        await().until(() -> runs.size() == 4);

        // Then
        for (int i = 1; i < 4; i++) {
            assertThat(runs.get(i) - runs.get(i - 1))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200L << (i - 1)).toNanos());
        }
    }

    @Test
    void shouldParkWhatAlwaysFailsAndShowItToAnOperator() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("always-fails");
        loops.start(kind, failing());

        // When
        plan(kind);
        await().until(() -> text(kind, "parked_at") != null);

        // Then
        assertThat(runs).hasSize(4);
        assertThat(text(kind, "failures")).isEqualTo("4");
        assertThat(text(kind, "failure")).isEqualTo("IllegalStateException");
        assertThat(subscribeAndAwait(() -> queue.claim(kind, Map.of(), 10))).isEmpty();
        given().get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'parked-work' }.data.always-fails", equalTo(1));
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void shouldTryParkedWorkAgainOnceItIsMadeDueAnew() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("mended");
        AtomicBoolean mended = new AtomicBoolean();
        loops.start(kind, work -> mended.get() ? service.work(work) : failing().apply(work));
        plan(kind);
        await().until(() -> text(kind, "parked_at") != null);

        // When
        mended.set(true);
        plan(kind);

        // Then
        await().until(() -> text(kind, "id") == null);
    }

    @Test
    void shouldForgetFailuresAfterASuccess() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("fails-now-and-then");
        loops.start(
                kind,
                work -> runs.size() < 2
                        ? failing().apply(work)
                        : service.workAgainAt(work, clock.instant().plus(Duration.ofHours(1))));

        // When
        plan(kind);

        // Then
        await().until(() -> runs.size() == 2 && "0".equals(text(kind, "failures")));
        assertThat(text(kind, "failure")).isNull();
    }

    @Test
    void shouldNeverGiveUpWhatMustNotBeGivenUp() throws Throwable {
        // Given
        WorkKind kind = new WorkKind("never-given-up");
        Duration moment = Duration.ofMillis(10);
        loops.start(kind, failing(), Patience.endless(moment, moment));

        // When
        plan(kind);

        // Then
        await().until(() -> runs.size() > 12);
        assertThat(text(kind, "parked_at")).isNull();
    }

    @Test
    void shouldNeverParkWhatComesAgainByItself() {
        assertThat(Patience.RECURRING.limit()).isZero();
    }

    @Test
    void shouldRefusePatienceThatIsNone() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ZERO, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(second, Duration.ofMillis(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(second, second, -1));
    }

    private Function<WorkItem, Uni<Void>> failing() {
        return work -> {
            runs.add(System.nanoTime());
            return Uni.createFrom().failure(new IllegalStateException(SECRET));
        };
    }

    private void plan(WorkKind kind) throws Throwable {
        subscribeAndAwait(() -> service.plan(kind, id, clock.instant()));
    }

    /** {@code null} where there is no such work, or it has none. */
    private String text(WorkKind kind, String column) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select " + column + "::text from work_queue where kind = ? and id = ?")) {
            statement.setString(1, kind.name());
            statement.setObject(2, id);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }
}
