package org.footbridge.common.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.footbridge.common.testsupport.PostgresServer;
import org.footbridge.common.testsupport.Provisioning;
import org.footbridge.common.testsupport.TokenFactory;
import org.junit.jupiter.api.Test;

/** With the database gone, the service says so and comes back by itself. */
@QuarkusTest
@WithTestResource(DatabaseDownTest.OwnDatabase.class)
class DatabaseDownTest {
    PostgresServer server;

    @Test
    void shouldSayThatTheDatabaseIsDownAndRecover() {
        assertThat(given().get("/notes").statusCode()).isEqualTo(200);

        server.kill();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertUnavailable(given().get("/notes")));
        server.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(given().get("/notes").statusCode()).isEqualTo(200));
    }

    private static void assertUnavailable(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.asString())
                .contains("#unavailable")
                .doesNotContain("ostgres")
                .doesNotContain("refused");
    }

    /** A database that this test may kill. */
    public static class OwnDatabase implements QuarkusTestResourceLifecycleManager {
        private TokenFactory tokens;
        private PostgresServer server;

        @Override
        public Map<String, String> start() {
            tokens = TokenFactory.start();
            server = PostgresServer.builder().build();
            server.start();
            Provisioning.of("probe", "owner", "app").apply(server.superuser());
            Map<String, String> config = new HashMap<>();
            config.put("footbridge.issuer", tokens.issuer());
            config.put("footbridge.cursor.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
            config.put("footbridge.database.address", server.address());
            config.put("footbridge.database.owner.password", "owner");
            config.put("footbridge.database.app.password", "app");
            return config;
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(server, new TestInjector.MatchesType(PostgresServer.class));
        }

        @Override
        public void stop() {
            server.close();
            tokens.close();
        }
    }
}
