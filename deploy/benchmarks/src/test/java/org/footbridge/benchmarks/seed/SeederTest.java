package org.footbridge.benchmarks.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.footbridge.common.testsupport.PostgresServer;
import org.footbridge.common.testsupport.Provisioning;
import org.footbridge.common.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the real migrations of every service: a column that the seed does not know of fails here. */
class SeederTest {
    private static final Path ROOT = Path.of("../..");
    private static final SeedPlan PLAN = new SeedPlan(400, 60, 7, LocalDate.of(2026, 11, 1));

    private final PostgresServer postgres =
            PostgresServer.builder().setting("fsync", "off").build();
    private Databases databases;

    @BeforeEach
    void start() {
        postgres.start();
        databases = new Databases(
                database("referral"), database("directory"), database("feedback"), database("notification"));
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void shouldFillAllDatabasesOnceAndNoticeALoss() throws SQLException {
        // Given
        SeedReport first = seeder(PLAN).run();

        // When
        SeedReport second = seeder(PLAN).run();

        // Then
        assertThat(first.alreadyThere()).isFalse();
        assertThat(first.checksum()).isEqualTo(StoriesTest.checksum(PLAN));
        assertThat(first.referrals().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(PLAN.referrals());
        assertThat(second)
                .isEqualTo(new SeedReport(
                        true, first.rows(), second.seconds(), first.referrals(), first.placements(), first.checksum()));
        shouldRefuseAnotherPlan();
        shouldNoticeALoss();
    }

    private void shouldRefuseAnotherPlan() {
        SeedPlan other = new SeedPlan(401, 60, 7, PLAN.today());
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> seeder(other).run())
                .withMessageContaining("--referrals 400")
                .withMessageContaining("--fresh");
    }

    private void shouldNoticeALoss() throws SQLException {
        try (Connection connection = databases.feedback().connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from referral_fact where referral_id ="
                    + " (select referral_id from referral_fact where state = 'COMPLETED' limit 1)");
        }
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> seeder(PLAN).run())
                .withMessageContaining("referrals COMPLETED: referral has");
    }

    private Seeder seeder(SeedPlan plan) {
        return new Seeder(plan, ROOT, databases, line -> {});
    }

    private TestDatabase database(String service) {
        Provisioning provisioning = Provisioning.of(service, "owner", "app");
        provisioning.apply(postgres.superuser());
        return new TestDatabase(postgres.address(), provisioning, postgres.superuser());
    }
}
