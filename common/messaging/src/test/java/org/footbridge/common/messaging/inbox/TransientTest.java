package org.footbridge.common.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57P03", "25006"})
    void shouldRetryWhatPasses(String state) {
        assertThat(Transient.is(new CompletionException(new PgException("m", "ERROR", state, "d"))))
                .isTrue();
        assertThat(Transient.is(new PersistenceException(new SQLException("m", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22001", "42501", "42703"})
    void shouldNotRetryWhatTheDatabaseRefusesForGood(String state) {
        assertThat(Transient.is(new CompletionException(new PgException("m", "ERROR", state, "d"))))
                .isFalse();
        assertThat(Transient.is(new PersistenceException(new SQLException("m", state))))
                .isFalse();
    }

    @Test
    void shouldRetryLostConnectionsAndLostRaces() {
        assertThat(Transient.is(new CompletionException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Transient.is(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(Transient.is(new OptimisticLockException())).isTrue();
    }

    @Test
    void shouldNotRetryAFault() {
        assertThat(Transient.is(new NullPointerException())).isFalse();
    }
}
