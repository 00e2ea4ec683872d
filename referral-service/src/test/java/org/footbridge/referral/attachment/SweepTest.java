package org.footbridge.referral.attachment;

import static io.quarkus.vertx.VertxContextSupport.subscribeAndAwait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes without a row go, rows without bytes are called out. */
@QuarkusTest
class SweepTest {
    TestDatabase database;
    DemoTokens demo;

    @Inject
    SweepService sweep;

    @Inject
    AttachmentStore store;

    @TempDir
    Path folder;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldDeleteTheBytesOfAFailedTransaction() throws Throwable {
        // Given
        Caller coordinator =
                new Caller("issuer", "somebody", null, "client", DemoTokens.PRAIRIE_VIEW, null, Set.of(), Set.of());
        UUID key = subscribeAndAwait(() -> sweep.announce(coordinator));
        Path bytes = Files.writeString(folder.resolve("lost"), "nobody's");
        subscribeAndAwait(() -> store.put(key.toString(), bytes));
        assertThat(has(key)).isTrue();

        // When
        due(key);

        // Then
        await().until(() -> works(key) == 0);
        assertThat(has(key)).isFalse();
    }

    @Test
    void shouldKeepWhatHasARowAndLookAgainLater() throws Throwable {
        // Given
        Made made = mother.withFileOfTheAgency();
        UUID key = key(made.appointment());

        // When
        due(key);

        // Then
        await().until(() -> works("id = ? and due_at > now() + interval '29 days'", key) == 1);
        assertThat(has(key)).isTrue();
    }

    @Test
    void shouldCallOutAndAnswerHonestlyWhereBytesAreLost() throws Throwable {
        // Given
        Made made = mother.submitted();
        UUID file = mother.file(made);
        UUID key = key(file);
        subscribeAndAwait(() -> store.delete(key.toString()));

        // When
        Response gone = ReferralMother.get(demo.coordinator(), made.referralPath() + "/attachments/" + file);

        // Then
        gone.then().statusCode(410).body("type", endsWith("file-lost"));
        due(key);
        await().until(() ->
                works("id = ? and due_at between now() + interval '20 hours' and now() + interval '2 days'", key) == 1);
    }

    @Test
    void shouldDeleteTheBytesOfARowThatIsGone() throws Throwable {
        // Given
        UUID file = mother.file(mother.submitted());
        UUID key = key(file);
        Sql.run(database, "set session_replication_role = replica; delete from attachment where id = '" + file + "'");

        // When
        due(key);

        // Then
        await().until(() -> works(key) == 0);
        assertThat(has(key)).isFalse();
    }

    private void due(UUID key) {
        Sql.run(
                database,
                "update work_queue set due_at = now() where kind = 'attachment-sweep' and id = '" + key + "'");
    }

    private UUID key(UUID attachment) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                PreparedStatement sql = superuser.prepareStatement("select storage_key from attachment where id = ?")) {
            sql.setObject(1, attachment);
            try (ResultSet found = sql.executeQuery()) {
                found.next();
                return UUID.fromString(found.getString(1));
            }
        }
    }

    private boolean has(UUID key) throws Throwable {
        return subscribeAndAwait(() -> store.has(key.toString()));
    }

    private long works(UUID key) throws SQLException {
        return works("id = ?", key);
    }

    private long works(String which, UUID key) throws SQLException {
        return new EventCounter(database)
                .query("select count(*) from work_queue where kind = 'attachment-sweep' and " + which, key);
    }
}
