package org.footbridge.notification.preference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.People;
import org.footbridge.notification.world.People.Someone;
import org.footbridge.notification.world.ReferralBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreferenceTest {
    private static final String PATH = "/api/v1/notifications/preferences";
    private static final String CHOICE = """
            {"language": "es", "zone": "America/Denver", "quietHours": {"from": "21:00", "until": "06:30"},
             "digest": {"at": "16:15", "days": "DAILY"}, "topics": [{"topic": "PROGRESS", "channels": []},
             {"topic": "NEWS", "channels": ["EMAIL"]}]}
            """;

    DemoTokens demo;
    TestDatabase database;

    private final ReferralBus bus = ReferralBus.open();

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void shouldHaveEveryChannelAndAMorningSummaryUntilSomebodyChooses() {
        coordinator()
                .asks()
                .get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("language", nullValue())
                .body("quietHours", nullValue())
                .body("digest.at", equalTo("07:00"))
                .body("digest.days", equalTo("WEEKDAYS"))
                .body("topics.topic", contains("SAFETY", "CONSENT", "ATTENTION", "NEWS", "PROGRESS"))
                .body("topics.find { it.topic == 'SAFETY' }.channels", contains("IN_APP", "EMAIL", "SMS"))
                .body("topics.find { it.topic == 'PROGRESS' }.channels", contains("IN_APP", "EMAIL"));
    }

    @Test
    void shouldKeepWhatWasChosen() {
        // Given
        Someone someone = coordinator();

        // When
        someone.asks().header("If-Match", "\"0\"").body(CHOICE).put(PATH).then().statusCode(200);

        // Then
        someone.asks()
                .get(PATH)
                .then()
                .header("ETag", "\"1\"")
                .body("language", equalTo("es"))
                .body("zone", equalTo("America/Denver"))
                .body("quietHours.from", equalTo("21:00"))
                .body("quietHours.until", equalTo("06:30"))
                .body("digest.at", equalTo("16:15"))
                .body("topics.find { it.topic == 'PROGRESS' }.channels", empty())
                .body("topics.find { it.topic == 'NEWS' }.channels", contains("EMAIL"))
                .body("topics.find { it.topic == 'CONSENT' }.channels", contains("IN_APP", "EMAIL"));
        coordinator().asks().get(PATH).then().header("ETag", "\"0\"").body("language", nullValue());
    }

    @Test
    void shouldTakeAChoiceBackAsAWhole() {
        // Given
        Someone someone = coordinator();
        someone.asks().header("If-Match", "\"0\"").body(CHOICE).put(PATH).then().statusCode(200);

        // When
        someone.asks().header("If-Match", "\"1\"").body("{}").put(PATH).then().statusCode(200);

        // Then
        someone.asks()
                .get(PATH)
                .then()
                .header("ETag", "\"2\"")
                .body("language", nullValue())
                .body("digest", nullValue())
                .body("topics.find { it.topic == 'PROGRESS' }.channels", contains("IN_APP", "EMAIL"));
    }

    @Test
    void shouldNotChangeWhatSomebodyElseHasChangedMeanwhile() {
        Someone someone = coordinator();
        someone.asks().body("{}").put(PATH).then().statusCode(428);
        someone.asks().header("If-Match", "\"3\"").body("{}").put(PATH).then().statusCode(412);
    }

    @Test
    void shouldNameEveryFault() {
        String bad = """
                {"zone": "America/Nowhere", "quietHours": {"from": "21:00", "until": "21:00"},
                 "topics": [{"topic": "SAFETY", "channels": ["EMAIL"]}, {"topic": "NEWS", "channels": []},
                            {"topic": "NEWS", "channels": []}]}
                """;
        coordinator()
                .asks()
                .header("If-Match", "\"0\"")
                .body(bad)
                .put(PATH)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/zone", "/quietHours/until", "/topics/0/channels", "/topics/2/topic"));
        coordinator()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"language\": \"tlh\", \"quietHours\": {\"from\": \"25:00\"}}")
                .put(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/language", "/quietHours/from", "/quietHours/until"));
        coordinator()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"color\": \"red\"}")
                .put(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldNotChooseForAnAccountThatIsNobodys() {
        RestAssured.given()
                .auth()
                .oauth2(demo.otherEducator().sign())
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{}")
                .put(PATH)
                .then()
                .statusCode(409)
                .body("type", equalTo("/docs/problems#account-not-linked"));
    }

    @Test
    void shouldBeForPeopleOfADistrict() {
        RestAssured.get(PATH).then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(demo.agencyStaff().sign())
                .get(PATH)
                .then()
                .statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(demo.districtApp().sign())
                .get(PATH)
                .then()
                .statusCode(403);
    }

    private Someone coordinator() {
        return new People(demo, database, bus).somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
    }
}
