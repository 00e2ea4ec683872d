package org.footbridge.referral.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.footbridge.referral.ReferralMother.post;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family that asks for its rights does not wait until somebody happens to look: the school's coordinators are told. */
@QuarkusTest
class RightsNewsTest {
    private static final String STUDENT = "/api/v1/students/" + World.STUDENT;
    private static final String ACCESS = STUDENT + "/access-requests";
    private static final String AMENDMENTS = STUDENT + "/amendment-requests";

    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void fill() {
        World.fill(database);
    }

    @Test
    void shouldTellTheCoordinatorsThatAFamilyAsksAndNothingOfIt() {
        // When
        String id = post(demo.guardian(), ACCESS, Map.of(), null).path("id");

        // Then
        Bus.Relayed event =
                Bus.eventsOf("footbridge.referral.v1", UUID.fromString(id), 1).getFirst();
        assertThat(event.type()).isEqualTo("org.footbridge.records.requested.v1");
        assertThat(event.data()).contains(id, "ACCESS").doesNotContain(World.STUDENT.toString(), World.CANARY);
        resolve(id)
                .then()
                .statusCode(200)
                .body("recipients", not(empty()))
                .body("recipients.role", everyItem(equalTo("COORDINATOR")))
                .body("recipients.allowed", hasItem(true))
                .body("schoolContact.school", notNullValue());
    }

    @Test
    void shouldTellNobodyOfWhatIsAnswered() {
        // Given
        String id = post(demo.guardian(), AMENDMENTS, Map.of("request", "The date is wrong, " + World.CANARY), null)
                .path("id");
        Bus.Relayed event =
                Bus.eventsOf("footbridge.referral.v1", UUID.fromString(id), 1).getFirst();
        assertThat(event.data()).contains("AMENDMENT").doesNotContain(World.CANARY);

        // When
        post(
                        demo.coordinator(),
                        AMENDMENTS + "/" + id + "/decide",
                        Map.of("accepted", true, "reason", "It is."),
                        "\"0\"")
                .then()
                .statusCode(200);

        // Then
        resolve(id)
                .then()
                .statusCode(200)
                .body("recipients.allowed", everyItem(equalTo(false)))
                .body("recipients.reason", hasItem("decided"));
    }

    @Test
    void shouldNotTellTheSchoolOfWhatItHasRecordedItself() {
        String id = post(demo.coordinator(), ACCESS, Map.of(), null).path("id");

        assertThat(Sql.count(database, "select count(*) from aggregate_sequence where subject = '" + id + "'"))
                .isZero();
    }

    @Test
    void shouldKnowNothingOfWhatIsNoRequest() {
        resolve(UUID.randomUUID().toString()).then().statusCode(404);
    }

    private Response resolve(String request) {
        Map<String, Object> question =
                Map.of("eventId", UUID.randomUUID(), "type", "records.requested.v1", "referralId", request);
        return post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);
    }
}
