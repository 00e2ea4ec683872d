package org.footbridge.referral.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agency was sent, as a list to work from. */
@QuarkusTest
class InboxTest {
    private static final String INBOX = "/api/v1/placements?limit=200";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        World.endTheFuture(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldNarrowTheInboxByAllFiltersTogether() {
        // Given
        Made sent = mother.sent();
        Made accepted = mother.accepted();
        Made askedBack = mother.askedBack();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();

        // When, then
        inbox("&state=SENT").then().body("items[0].id", equalTo(id(sent)));
        inbox("&state=SENT&state=ACCEPTED").then().body("items.id", hasItems(id(sent), id(accepted)));
        inbox("&cancellationRequested=true")
                .then()
                .body("items.id", hasItem(id(askedBack)))
                .body("items.id", not(hasItem(id(accepted))));
        inbox("&districtId=" + DemoTokens.PRAIRIE_VIEW).then().body("items.id", hasItem(id(sent)));
        inbox("&districtId=" + DemoTokens.EASTFIELD).then().body("items.id", not(hasItem(id(sent))));
        inbox("&from=" + today + "&to=" + tomorrow).then().body("items.id", hasItem(id(sent)));
        inbox("&from=" + tomorrow).then().body("items.id", not(hasItem(id(sent))));
        inbox("&state=DECLINED&from=x&cancellationRequested=maybe")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query/cancellationRequested", "query/from"));
    }

    @Test
    void shouldFindAPlacementByBothSidesNumbers() {
        // Given
        Made made = mother.sent();
        mother.sent();
        String own = "HL-" + made.placement();
        Response accepted =
                mother.step(demo.agencyStaff(), made.placementPath(), "accept", Map.of("agencyReference", own), 200);
        String number = accepted.path("referralNumber");

        // When, then
        inbox("&agencyReference=" + own).then().body("items.id", contains(id(made)));
        inbox("&number=" + number).then().body("items.id", contains(id(made)));
        inbox("&number=" + number + "&agencyReference=another").then().body("items", empty());
        ReferralMother.get(demo.otherAgencyStaff(), INBOX + "&number=" + number)
                .then()
                .statusCode(200)
                .body("items", empty());
        inbox("&number=FB-U").then().statusCode(400).body("errors.pointer", contains("query/number"));
    }

    @Test
    void shouldCountTheInboxByStateAndShowWhatAnActionDid() {
        // Given
        Made sent = mother.sent();
        int before = count("SENT");

        // When
        mother.step(demo.agencyStaff(), sent.placementPath(), "accept", Map.of(), 200);

        // Then
        assertThat(count("SENT")).isEqualTo(before - 1);
        inbox("&state=SENT").then().body("items.id", not(hasItem(id(sent))));
        ReferralMother.get(demo.coordinator(), "/api/v1/placements/counts")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldPageThroughTheInboxWithoutGapOrRepetition() {
        // Given
        List<String> made = List.of(id(mother.sent()), id(mother.accepted()), id(mother.sent()));

        // When
        Response first = ReferralMother.get(demo.agencyStaff(), "/api/v1/placements?limit=2");
        Response second =
                ReferralMother.get(demo.agencyStaff(), "/api/v1/placements?limit=2&cursor=" + first.path("next"));

        // Then
        first.then().body("items.id", contains(made.get(2), made.get(1)));
        second.then().body("items[0].id", equalTo(made.get(0)));
        ReferralMother.get(demo.otherAgencyStaff(), "/api/v1/placements?limit=2&cursor=" + first.path("next"))
                .then()
                .statusCode(400);
    }

    private int count(String state) {
        return ReferralMother.get(demo.agencyStaff(), "/api/v1/placements/counts")
                .then()
                .statusCode(200)
                .extract()
                .path("counts.find { it.state == '" + state + "' }.count");
    }

    private Response inbox(String query) {
        return ReferralMother.get(demo.agencyStaff(), INBOX + query);
    }

    private static String id(Made made) {
        return made.placement().toString();
    }
}
