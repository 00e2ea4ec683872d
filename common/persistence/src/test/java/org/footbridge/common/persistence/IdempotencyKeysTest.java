package org.footbridge.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.footbridge.common.persistence.probe.Callers;
import org.footbridge.common.persistence.probe.TestClock;
import org.footbridge.common.testsupport.ServiceTestResource;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A creating request that comes twice takes effect once. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "probe"))
class IdempotencyKeysTest {
    TokenFactory tokens;
    TestDatabase database;

    @Inject
    TestClock clock;

    private Callers callers;
    private final String key = UUID.randomUUID().toString();
    private final String text = "note " + key;

    @BeforeEach
    void callers() {
        callers = new Callers(tokens);
    }

    @Test
    void shouldReplayTheFirstAnswer() throws SQLException {
        Response first = write(prairie(), text, null);
        Response second = write(prairie(), text, null);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .startsWith("/notes/");
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"0\"");
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldTakeAQuotedKeyForTheSame() throws SQLException {
        write(prairie(), text, null);

        Response second = post(prairie().header("Idempotency-Key", "\"" + key + "\""), text, null);

        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldRefuseTheKeyWithAnotherBody() {
        write(prairie(), text, null);

        Response other = write(prairie(), "something else", null);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("type")).endsWith("#key-reused");
    }

    @Test
    void shouldSayThatTheFirstRequestIsStillRunning() throws Exception {
        Callable<Integer> request = () -> write(prairie(), text, "slow").statusCode();
        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(Collections.nCopies(4, request)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses).contains(201, 409).containsOnly(201, 409);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldKnowTheSameKeyOfAnotherCallerAsAnotherKey() throws SQLException {
        write(prairie(), text, null);

        Response other = write(callers.teacher(Callers.EASTFIELD), text, null);

        assertThat(other.header("Idempotency-Replayed")).isNull();
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void shouldLeaveNoTraceOfAFailure() throws SQLException {
        assertThat(write(prairie(), text, "fails").statusCode()).isEqualTo(409);
        assertThat(notes()).isZero();
        assertThat(keys()).isZero();

        assertThat(write(prairie(), text, null).statusCode()).isEqualTo(201);
    }

    @Test
    void shouldNotShowASecretAgain() throws SQLException {
        Response first = write(prairie(), text, "secret");
        Response second = write(prairie(), text, "secret");

        assertThat(first.jsonPath().getString("secret")).isEqualTo("s3cret");
        assertThat(second.jsonPath().getString("secret")).isNull();
        assertThat(second.jsonPath().getBoolean("secretShown")).isTrue();
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(stored()).doesNotContain("s3cret");
    }

    @Test
    void shouldForgetAKeyAfterADay() throws SQLException {
        write(prairie(), text, null);
        clock.advance(Duration.ofHours(24).minusMinutes(1));
        assertThat(write(prairie(), text, null).header("Idempotency-Replayed")).isEqualTo("true");

        clock.advance(Duration.ofMinutes(2));
        Response later = write(prairie(), text, null);

        assertThat(later.header("Idempotency-Replayed")).isNull();
        assertThat(notes()).isEqualTo(2);
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void shouldWorkForAnAgencyAndForThePlatform() throws SQLException {
        RequestSpecification[] callersWithoutDistrict = {callers.agencyStaff(), callers.platformAdministrator()};
        for (RequestSpecification caller : callersWithoutDistrict) {
            String own = UUID.randomUUID().toString();
            String body = "{\"text\":\"" + text + "\",\"mode\":\"inside\",\"tenant\":\"" + Callers.PRAIRIE + "\"}";
            caller.header("Idempotency-Key", own).body(body);

            assertThat(caller.post("/notes").statusCode()).isEqualTo(201);
            assertThat(caller.post("/notes").header("Idempotency-Replayed")).isEqualTo("true");
        }
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAKeyThatIsNone() {
        assertThat(post(prairie().header("Idempotency-Key", "x".repeat(256)), text, null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(prairie().header("Idempotency-Key", "\"\""), text, null).statusCode())
                .isEqualTo(400);
    }

    private RequestSpecification prairie() {
        return callers.teacher(Callers.PRAIRIE);
    }

    private Response write(RequestSpecification caller, String note, String mode) {
        return post(caller.header("Idempotency-Key", key), note, mode);
    }

    private static Response post(RequestSpecification caller, String note, String mode) {
        String how = mode == null ? "" : ",\"mode\":\"" + mode + "\"";
        return caller.body("{\"text\":\"" + note + "\"" + how + "}").post("/notes");
    }

    private long notes() throws SQLException {
        return Long.parseLong(query("select count(*) from note where text = '" + text + "'"));
    }

    private long keys() throws SQLException {
        return Long.parseLong(query("select count(*) from idempotency_key where key = '" + key + "'"));
    }

    private String stored() throws SQLException {
        return query("select string_agg(cast(idempotency_key as text), ';') from idempotency_key");
    }

    private String query(String sql) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
