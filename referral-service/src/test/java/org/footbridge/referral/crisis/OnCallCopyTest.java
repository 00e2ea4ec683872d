package org.footbridge.referral.crisis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.Bus;
import org.footbridge.referral.Bus.Relayed;
import org.footbridge.referral.OnCall;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What notification-service keeps of whom a school calls (decision 25). */
@QuarkusTest
class OnCallCopyTest {
    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void fill() {
        World.fill(database);
        OnCall.remove(database);
    }

    @AfterEach
    void remove() {
        OnCall.remove(database);
    }

    @Test
    void shouldTellTheBusThatAChainHasChangedAndNoAddress() {
        // When
        OnCall.set(demo.districtAdmin(), OnCall.chain());

        // Then
        await().untilAsserted(() -> {
            Relayed last = Bus.eventsOf("footbridge.roster.v1", World.SCHOOL, 1).getLast();
            assertThat(last.type()).isEqualTo("org.footbridge.roster.on_call_changed.v1");
            assertThat(last.tenant()).isEqualTo(DemoTokens.PRAIRIE_VIEW.toString());
            assertThat(JsonPath.from(last.data()).getList("people"))
                    .containsExactly(World.OTHER_TEACHER.toString(), World.COORDINATOR.toString());
            assertThat(last.data()).doesNotContain("@", "+1-555", "mobile crisis");
        });
    }

    @Test
    void shouldTellTheInternalServiceWhomEachLevelIsTold() {
        // Given
        OnCall.set(demo.districtAdmin(), OnCall.chain());

        // When
        Response answer = ask(demo.internalService(), DemoTokens.PRAIRIE_VIEW, World.SCHOOL);

        // Then
        answer.then()
                .statusCode(200)
                .body("levels", hasSize(3))
                .body("levels[0].contacts.address", contains("stf-9004@example.edu"))
                .body("levels[0].contacts.role", contains("ON_CALL"))
                .body("levels[1].contacts.address", hasItem("stf-9002@example.edu"))
                .body("levels[1].contacts.role", hasItem("COORDINATOR"))
                .body("levels[2].contacts.address", contains("stf-9002@example.edu"))
                .body("school", equalTo("Prairie View Elementary"));
    }

    @Test
    void shouldTellTheCoordinatorsWhereThereIsNoChain() {
        ask(demo.internalService(), DemoTokens.PRAIRIE_VIEW, World.SCHOOL)
                .then()
                .statusCode(200)
                .body("levels", hasSize(2))
                .body("levels[0].contacts.address", hasItem("stf-9002@example.edu"));
    }

    @Test
    void shouldTellNobodyElse() {
        ask(demo.internalService(), DemoTokens.EASTFIELD, World.SCHOOL).then().statusCode(404);
        ask(demo.internalService(), DemoTokens.PRAIRIE_VIEW, UUID.randomUUID())
                .then()
                .statusCode(404);
        for (TokenBuilder who : List.of(demo.coordinator(), demo.districtAdmin(), demo.agencyApp())) {
            ask(who, DemoTokens.PRAIRIE_VIEW, World.SCHOOL).then().statusCode(403);
        }
        given().contentType("application/json")
                .body("{}")
                .post("/internal/v1/on-call/resolve")
                .then()
                .statusCode(401);
        ReferralMother.post(demo.internalService(), "/internal/v1/on-call/resolve", Map.of(), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/schoolId", "/tenantId"));
    }

    private static Response ask(TokenBuilder who, UUID tenant, UUID school) {
        return ReferralMother.post(
                who, "/internal/v1/on-call/resolve", Map.of("tenantId", tenant, "schoolId", school), null);
    }
}
