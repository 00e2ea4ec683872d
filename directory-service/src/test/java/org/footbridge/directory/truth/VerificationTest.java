package org.footbridge.directory.truth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.FixedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class VerificationTest {
    private static final String PATH = "/api/v1/directory/services/{id}/verification";

    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @Test
    void shouldCallAnEntryStaleThatNobodyHasConfirmed() throws SQLException {
        sql("delete from service_verifications where service_id = '" + DemoDirectory.PLAY_THERAPY + "'");

        given().get(PATH, DemoDirectory.PLAY_THERAPY)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("stale", equalTo(true))
                .body("verifiedAt", nullValue());
    }

    @Test
    void shouldShowWhenAnEntryWasVerifiedAndByWhichSide() {
        String tag = given().get(PATH, DemoDirectory.FAMILY_COUNSELING).header("ETag");

        verify(demo.agencyStaff(), DemoDirectory.FAMILY_COUNSELING, tag)
                .then()
                .statusCode(200)
                .body("verifiedAt", equalTo(FixedClock.NOW.toString()))
                .body("verifiedBy", equalTo("agency"))
                .body("stale", equalTo(false))
                .body("dueAt", equalTo("2027-02-19T12:00:00Z"));
        given().get("/hsds/services/{id}", DemoDirectory.FAMILY_COUNSELING)
                .then()
                .body("assured_date", equalTo("2026-11-21"));
        verify(demo.agencyStaff(), DemoDirectory.FAMILY_COUNSELING, tag).then().statusCode(412);
        verify(demo.agencyStaff(), DemoDirectory.FAMILY_COUNSELING, null).then().statusCode(428);
    }

    @Test
    void shouldCallAnEntryStaleAfterNinetyDays() throws SQLException {
        verify(demo.platformAdmin(), DemoDirectory.PLAY_THERAPY, "*").then().body("verifiedBy", equalTo("platform"));

        sql("update service_verifications set verified_at = timestamptz '2026-08-23 11:00Z' where service_id = '"
                + DemoDirectory.PLAY_THERAPY + "'");

        given().get(PATH, DemoDirectory.PLAY_THERAPY).then().body("stale", equalTo(true));
    }

    @Test
    void shouldKeepTheDayWhenTheSourceSendsItsFileAgain() {
        verify(demo.agencyStaff(), DemoDirectory.FAMILY_COUNSELING, "*").then().statusCode(200);

        DemoDirectory.load(demo, DemoDirectory.text()).body("services.updated", equalTo(0));

        given().get("/hsds/services/{id}", DemoDirectory.FAMILY_COUNSELING)
                .then()
                .body("assured_date", equalTo("2026-11-21"));
    }

    @Test
    void shouldLetNobodyElseSpeakForTheService() {
        verify(demo.otherAgencyStaff(), DemoDirectory.FAMILY_COUNSELING, "*")
                .then()
                .statusCode(404);
        verify(demo.coordinator(), DemoDirectory.FAMILY_COUNSELING, "*").then().statusCode(403);
        verify(demo.agencyStaff(), UUID.randomUUID().toString(), "*").then().statusCode(404);
        given().post(PATH, DemoDirectory.FAMILY_COUNSELING).then().statusCode(401);
    }

    @Test
    void shouldAskTheAgencyOfAStaleEntryOnceUntilItIsTimeAgain() throws SQLException {
        // Given
        verify(demo.agencyStaff(), DemoDirectory.FAMILY_COUNSELING, "*").then().statusCode(200);
        sql("delete from service_verifications where service_id = '" + DemoDirectory.PLAY_THERAPY + "'");
        long before = sequence(DemoDirectory.PLAY_THERAPY);
        long verified = sequence(DemoDirectory.FAMILY_COUNSELING);

        // When
        round();

        // Then
        given().get(PATH, DemoDirectory.PLAY_THERAPY)
                .then()
                .body("requestedAt", equalTo(FixedClock.NOW.toString()))
                .body("stale", equalTo(true));
        assertThat(sequence(DemoDirectory.PLAY_THERAPY)).isEqualTo(before + 1);
        assertThat(sequence(DemoDirectory.FAMILY_COUNSELING)).isEqualTo(verified);

        // When
        round();

        // Then
        assertThat(sequence(DemoDirectory.PLAY_THERAPY)).isEqualTo(before + 1);
    }

    /** Makes the round due and waits until it is due tomorrow. */
    private void round() throws SQLException {
        sql("update work_queue set due_at = '2026-01-01 00:00Z' where kind = 'verification-round'");
        await("the round")
                .until(() -> number(
                                "select count(*) from work_queue where kind = 'verification-round' and due_at > '2026-11-21 12:00Z'")
                        == 1);
    }

    private long sequence(String service) throws SQLException {
        return number("select coalesce(max(last), 0) from aggregate_sequence where subject = '" + service + "'");
    }

    private static Response verify(TokenBuilder who, String service, String tag) {
        var request = given().auth().oauth2(who.sign());
        return (tag == null ? request : request.header("If-Match", tag)).post(PATH, service);
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
