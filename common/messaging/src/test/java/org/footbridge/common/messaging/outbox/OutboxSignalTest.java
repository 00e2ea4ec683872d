package org.footbridge.common.messaging.outbox;

import static io.quarkus.vertx.VertxContextSupport.subscribeAndAwait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.footbridge.common.messaging.MessagingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without the signal everything still works, a poll interval later: only a test notices that it is gone. */
@QuarkusTest
class OutboxSignalTest extends MessagingTest {
    @Inject
    OutboxSignal signal;

    private final AtomicInteger raised = new AtomicInteger();

    @BeforeEach
    void listen() {
        signal.listen(raised::incrementAndGet);
    }

    @Test
    void shouldBeRaisedByACommit() throws Throwable {
        rename(UUID.randomUUID(), "Lincoln");

        await().untilAsserted(() -> assertThat(raised).hasValue(1));
    }

    @Test
    void shouldNotBeRaisedByARollback() throws Throwable {
        UUID school = UUID.randomUUID();
        assertThatThrownBy(() -> subscribeAndAwait(() -> service.renameAndFail(school, "Nowhere")))
                .isInstanceOf(IllegalStateException.class);
        rename(school, "Lincoln");

        await().untilAsserted(() -> assertThat(raised).hasValue(1));
    }
}
