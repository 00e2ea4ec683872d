package org.footbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many referrals change hands at once, each authorised by itself. */
@QuarkusTest
class ReassignTest {
    private static final String REASSIGN = "/api/v1/referrals/reassign";
    /** Coordinates at every school of the district, as the world's other coordinator. */
    private static final UUID COLLEAGUE = UUID.fromString("01980000-0000-7000-8000-000000009004");

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTellOfEachReferralWhatBecameOfIt() {
        // Given
        Made mine = mother.triaged();
        Made nobodys = mother.submitted();
        Made ended = mother.triaged();
        mother.step(demo.coordinator(), ended.referralPath(), "close", Map.of("code", "FAMILY_DECLINED"), 200);
        UUID unknown = UUID.randomUUID();

        // When
        Response done =
                reassign(World.COORDINATOR, COLLEAGUE, mine.referral(), nobodys.referral(), ended.referral(), unknown);

        // Then
        done.then()
                .statusCode(200)
                .body("items.result", contains("REASSIGNED", "NOT_OF_FROM", "WRONG_STATE", "NOT_FOUND"))
                .body("next", nullValue());
        ReferralMother.get(demo.coordinator(), mine.referralPath())
                .then()
                .body("coordinatorId", equalTo(COLLEAGUE.toString()));
        ReferralMother.get(demo.coordinator(), mine.referralPath() + "/history")
                .then()
                .body("items[-1].reasonCode", equalTo("ASSIGNED"))
                .body("items[-1].actorRole", equalTo("COORDINATOR"));
        reassign(null, COLLEAGUE, mine.referral(), nobodys.referral())
                .then()
                .body("items.result", contains("UNCHANGED", "REASSIGNED"));
    }

    @Test
    void shouldTouchNothingThatTheCallerDoesNotCoordinate() {
        // Given
        Made made = mother.triaged();

        // When
        Response foreign = ReferralMother.post(
                demo.otherDistrictCoordinator(), REASSIGN, body(null, COLLEAGUE, List.of(made.referral())), null);

        // Then
        foreign.then().statusCode(200).body("items.result", contains("NOT_FOUND"));
        Made own = mother.submitted();
        TokenBuilder referrer = demo.educator().roles("educator", "coordinator");
        ReferralMother.post(referrer, REASSIGN, body(null, COLLEAGUE, List.of(own.referral())), null)
                .then()
                .statusCode(200)
                .body("items.result", contains("NOT_FOUND"));
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("coordinatorId", equalTo(World.COORDINATOR.toString()));
    }

    @Test
    void shouldGiveNothingToSomebodyWhoDoesNotCoordinateThere() {
        // Given
        Made made = mother.triaged();

        // When
        Response done = reassign(null, World.EDUCATOR, made.referral());

        // Then
        done.then().body("items.result", contains("NOT_A_COORDINATOR_THERE"));
    }

    @Test
    void shouldHandOverAllOpenOnesOfOnePerson() {
        // Given
        Made one = mother.triaged();
        Made other = mother.ready();

        // When
        Map<String, Object> everything = body(World.COORDINATOR, COLLEAGUE, null);
        String next = null;
        do {
            Response page = ReferralMother.post(demo.coordinator(), REASSIGN, everything, null);
            page.then().statusCode(200);
            next = page.path("next");
            everything.put("cursor", next);
        } while (next != null);

        // Then
        everything.remove("cursor");
        ReferralMother.post(demo.coordinator(), REASSIGN, everything, null)
                .then()
                .body("items", empty());
        for (Made made : List.of(one, other)) {
            ReferralMother.get(demo.coordinator(), made.referralPath())
                    .then()
                    .body("coordinatorId", equalTo(COLLEAGUE.toString()));
        }
    }

    @Test
    void shouldRefuseWhatCannotBeDone() {
        // When, then
        post(demo.coordinator(), body(null, COLLEAGUE, null))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/from"));
        post(demo.coordinator(), body(null, null, List.of()))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/ids", "/to"));
        List<UUID> tooMany = Collections.nCopies(201, UUID.randomUUID());
        post(demo.coordinator(), body(null, COLLEAGUE, tooMany)).then().statusCode(422);
        Map<String, Object> forged = body(World.COORDINATOR, COLLEAGUE, null);
        forged.put("cursor", "AAAAAAAAAAAAAAAAAAAAAAAA");
        post(demo.coordinator(), forged).then().statusCode(400);
        post(demo.educator(), body(null, COLLEAGUE, null)).then().statusCode(403);
        post(demo.districtAdmin(), body(null, COLLEAGUE, null)).then().statusCode(403);
        post(demo.agencyStaff(), body(null, COLLEAGUE, null)).then().statusCode(403);
        assertThat(post(demo.coordinator(), Map.of("who", "x")).statusCode()).isEqualTo(400);
    }

    private Response reassign(UUID from, UUID to, UUID... ids) {
        return post(demo.coordinator(), body(from, to, List.of(ids)));
    }

    private static Response post(TokenBuilder who, Map<String, ?> body) {
        return ReferralMother.post(who, REASSIGN, body, null);
    }

    private static Map<String, Object> body(UUID from, UUID to, List<UUID> ids) {
        Map<String, Object> body = new HashMap<>();
        body.put("from", from);
        body.put("to", to);
        body.put("ids", ids);
        body.values().removeIf(value -> value == null);
        return body;
    }
}
