package org.footbridge.referral.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts of a referral go by policies of their own, and all of it goes at night where the district wants that. */
@QuarkusTest
class PurgeByClassTest {
    private static final String RETENTION = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW + "/retention";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        Sql.run(database, "update legal_hold set lifted_at = now(), lifted_by = 'test' where lifted_at is null");
        Sql.run(database, "update access_request set state = 'WITHDRAWN', closed_at = now() where state = 'OPEN'");
        Sql.run(database, "update referral set closed_at = now() where closed_at < now() - interval '1 year'");
    }

    @AfterEach
    void setNothing() {
        set(null);
    }

    @Test
    void shouldDestroyMessagesAndFilesBeforeTheReferral() throws SQLException {
        // Given
        Made made = mother.wroteAndRead();
        mother.file(made);
        old(made);
        set(null, policy("REFERRAL_NOT_SERVED", 9), policy("MESSAGE", 3), policy("ATTACHMENT", 3));
        report().then().body("lines.due", equalTo(List.of(0, 1, 1)));

        // When
        purge().then().statusCode(200).body("purged", equalTo(2)).body("more", equalTo(false));

        // Then
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/messages")
                .then()
                .body("items", empty());
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/attachments")
                .then()
                .body("items", empty());
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .statusCode(200)
                .body("form.concerns", hasItem("ANXIETY"));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.reasonCode", hasItem("MESSAGE_PURGED"))
                .body("items.reasonCode", hasItem("ATTACHMENT_PURGED"))
                .body("items.reasonCode", not(hasItem("PURGED")));
        purge().then().body("purged", equalTo(0));
    }

    @Test
    void shouldKeepThePapersOfConsentsLongerWhereAPolicySaysSo() throws SQLException {
        // Given
        Made made = mother.triaged();
        ConsentLinks links = new ConsentLinks(demo, database);
        links.ask(made);
        links.sign(made, "Somebody");
        old(made);
        set(null, policy("REFERRAL_NOT_SERVED", 3), policy("CONSENT_PAPER", 9));

        // When
        purge().then().body("purged", equalTo(1));

        // Then
        assertThat(papers(made)).isEqualTo(1);
        set(null, policy("CONSENT_PAPER", 7));
        purge().then().body("purged", equalTo(1));
        assertThat(papers(made)).isZero();
    }

    @Test
    void shouldTellWhatShouldNeverHaveBeenFromWhatWasNotServed() {
        // Given
        Made made = mother.submitted();
        mother.step(demo.coordinator(), made.referralPath(), "enter-in-error", Map.of("reason", "Wrong student."), 200);
        back(made);

        // When, then
        set(null, policy("REFERRAL_NOT_SERVED", 3));
        report().then().body("lines[0].due", equalTo(0));
        set(null, policy("REFERRAL_IN_ERROR", 3));
        report().then().body("lines[0].due", equalTo(1));
    }

    @Test
    void shouldPurgeAtNightWhereTheDistrictWantsIt() throws SQLException {
        // Given
        Made made = mother.submitted();
        old(made);
        set(true, policy("REFERRAL_NOT_SERVED", 3));
        ReferralMother.get(demo.districtAdmin(), RETENTION).then().body("automatic", equalTo(true));
        assertThat(number("select count(*) from work_queue where kind = 'retention-purge' and id = '"
                        + DemoTokens.PRAIRIE_VIEW + "' and due_at > now()"))
                .isEqualTo(1);

        // When
        Sql.run(database, "update work_queue set due_at = now() where kind = 'retention-purge'");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                        .then()
                        .body("items[-1].reasonCode", equalTo("PURGED"))
                        .body("items[-1].actorRole", equalTo("RETENTION")));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        number("select count(*) from work_queue where kind = 'retention-purge' and due_at > now()"))
                .isEqualTo(1));
        set(false, policy("REFERRAL_NOT_SERVED", 3));
        assertThat(number("select count(*) from work_queue where kind = 'retention-purge'"))
                .isZero();
    }

    private void old(Made made) throws SQLException {
        mother.step(demo.coordinator(), made.referralPath(), "withdraw", Map.of("reason", "OTHER"), 200);
        back(made);
    }

    private void back(Made made) {
        Sql.run(
                database,
                "update referral set closed_at = now() - interval '8 years' where id = '" + made.referral() + "'");
    }

    private static Map<String, Object> policy(String recordClass, int years) {
        return Map.of("recordClass", recordClass, "trigger", "CLOSED", "years", years);
    }

    @SafeVarargs
    private void set(Boolean automatic, Map<String, Object>... policies) {
        Map<String, Object> document = new HashMap<>(Map.of("policies", List.of(policies)));
        if (automatic != null) {
            document.put("automatic", automatic);
        }
        given().auth()
                .oauth2(demo.districtAdmin().sign())
                .contentType("application/json")
                .header("If-Match", ReferralMother.etag(demo.districtAdmin(), RETENTION))
                .body(document)
                .put(RETENTION)
                .then()
                .statusCode(200);
    }

    private Response report() {
        return ReferralMother.get(demo.districtAdmin(), RETENTION + "/report");
    }

    private Response purge() {
        return ReferralMother.post(demo.districtAdmin(), RETENTION + "/purge", Map.of(), null);
    }

    private int papers(Made made) throws SQLException {
        return number(
                "select count(*) from consent_document where consent_id in (select id from consent where referral_id = '"
                        + made.referral() + "')");
    }

    private int number(String query) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement select = superuser.createStatement();
                ResultSet found = select.executeQuery(query)) {
            found.next();
            return found.getInt(1);
        }
    }
}
