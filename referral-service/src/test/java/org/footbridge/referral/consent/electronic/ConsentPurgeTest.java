package org.footbridge.referral.consent.electronic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is purged takes the signed papers and the reasons along, and leaves that there was a consent and a reader. */
@QuarkusTest
class ConsentPurgeTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;
    private ConsentLinks links;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        links = new ConsentLinks(demo, database);
    }

    @Test
    void shouldTakeThePapersAlongAndLeaveTheConsent() throws SQLException {
        // Given
        Made purged = signedAndRead();
        Made kept = signedAndRead();
        mother.step(demo.coordinator(), purged.referralPath(), "withdraw", Map.of("reason", "OTHER"), 200);

        // When
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("select set_config('footbridge.tenant', '" + DemoTokens.PRAIRIE_VIEW + "', false)");
            sql.execute("select purge_referral('" + purged.referral() + "', now())");
        }

        // Then
        assertThat(papers(purged)).isZero();
        assertThat(count("break_glass where reason is null and", purged)).isEqualTo(1);
        assertThat(count("consent where document_hash is not null and", purged)).isEqualTo(1);
        assertThat(papers(kept)).isEqualTo(1);
        assertThat(count("break_glass where reason is not null and", kept)).isEqualTo(1);
    }

    private Made signedAndRead() {
        Made made = mother.triaged();
        links.ask(made);
        links.sign(made, "Somebody");
        ReferralMother.post(
                        mother.otherSchoolsCounselor(),
                        made.referralPath() + "/break-glass",
                        Map.of("reason", "The student is in my office."),
                        null)
                .then()
                .statusCode(201);
        return made;
    }

    private int papers(Made made) throws SQLException {
        return number(
                "select count(*) from consent_document where consent_id in (select id from consent where referral_id = '"
                        + made.referral() + "')");
    }

    private int count(String rows, Made made) throws SQLException {
        return number("select count(*) from " + rows + " referral_id = '" + made.referral() + "'");
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
