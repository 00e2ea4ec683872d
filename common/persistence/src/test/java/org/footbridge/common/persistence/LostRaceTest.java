package org.footbridge.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.footbridge.common.persistence.probe.Callers;
import org.footbridge.common.testsupport.ServiceTestResource;
import org.footbridge.common.testsupport.TokenFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who change the same row at once: one wins, the other hears of it. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "probe"))
class LostRaceTest {
    TokenFactory tokens;
    private String path;

    @BeforeEach
    void note() {
        path = new Callers(tokens)
                .teacher(Callers.PRAIRIE)
                .body("{\"text\":\"first\"}")
                .post("/notes")
                .header("Location");
    }

    @Test
    void shouldSayStaleToWhomNamedAVersion() throws InterruptedException {
        List<Integer> statuses = twice(() -> new Callers(tokens)
                .teacher(Callers.PRAIRIE)
                .header("If-Match", "\"0\"")
                .body("{\"text\":\"second\"}")
                .put(path));

        assertThat(statuses).containsExactly(200, 412);
    }

    @Test
    void shouldSayConflictToWhomNamedNone() throws InterruptedException {
        List<Integer> statuses = twice(() -> new Callers(tokens)
                .teacher(Callers.PRAIRIE)
                .body("{\"text\":\"second\"}")
                .post(path + "/touch"));

        assertThat(statuses).containsExactly(200, 409);
    }

    private static List<Integer> twice(Callable<Response> request) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(2, request)).stream()
                    .map(Future::resultNow)
                    .map(Response::statusCode)
                    .sorted()
                    .toList();
        }
    }
}
