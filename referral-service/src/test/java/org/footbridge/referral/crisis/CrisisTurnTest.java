package org.footbridge.referral.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.OnCall;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail that leaves late still goes to those whose turn it was, and not twice to those whose turn it is now. */
@QuarkusTest
class CrisisTurnTest {
    private static final Duration TURN = Duration.ofMinutes(15).plusSeconds(5);

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        OnCall.remove(database);
        mother = new ReferralMother(demo);
    }

    @AfterEach
    void reset() {
        clock.reset();
        OnCall.remove(database);
    }

    @Test
    void shouldTellEachLevelsOwnPeopleHoweverLateTheyAreAskedFor() throws SQLException {
        // Given
        OnCall.set(
                demo.districtAdmin(),
                OnCall.chain(
                        List.of(OnCall.person(World.OTHER_TEACHER), OnCall.line()), OnCall.person(World.COORDINATOR)));
        Made made = mother.crisis();

        // When
        clock.advance(TURN);
        await().until(() -> turns(made).size() == 2);
        clock.advance(TURN);
        await().until(() -> turns(made).size() == 3);
        OnCall.set(
                demo.districtAdmin(),
                OnCall.chain(List.of(OnCall.person(World.EDUCATOR), OnCall.line()), OnCall.person(World.COORDINATOR)));

        // Then
        List<UUID> turns = turns(made);
        resolve(made, turns.get(0), "referral.crisis_raised.v1")
                .then()
                .body("recipients.address", contains("stf-9004@example.edu"));
        resolve(made, turns.get(2), "referral.crisis_escalated.v1")
                .then()
                .body("recipients.address", contains("stf-9002@example.edu"));
    }

    @Test
    void shouldTellWhoeversTurnItIsNowWhereNobodyOfThenIsLeft() throws SQLException {
        // Given
        OnCall.set(demo.districtAdmin(), OnCall.chain());
        Made made = mother.crisis();
        World.run(
                database,
                "update alarm_turn set people = array['" + UUID.randomUUID() + "']::uuid[] where referral_id = '"
                        + made.referral() + "'");

        // When
        Response answer = resolve(made, turns(made).getFirst(), "referral.crisis_raised.v1");

        // Then
        answer.then().body("recipients.address", contains("stf-9004@example.edu"));
    }

    @Test
    void shouldTellTheCoordinatorsWhereWhoeversTurnItIsWorksThereNoMore() throws SQLException {
        for (String left : List.of("enabled = false", "state = 'WITHDRAWN'")) {
            // Given
            OnCall.set(
                    demo.districtAdmin(),
                    OnCall.chain(
                            List.of(OnCall.person(World.OTHER_TEACHER), OnCall.line()),
                            OnCall.person(World.COORDINATOR)));
            Made made = mother.crisis();
            UUID raised = turns(made).getFirst();

            // When
            person(World.OTHER_TEACHER, left);
            Response answer = resolve(made, raised, "referral.crisis_raised.v1");
            person(World.OTHER_TEACHER, "enabled = true, state = 'ACTIVE'");

            // Then
            answer.then().body("recipients.address", contains("stf-9002@example.edu"));
        }
    }

    @Test
    void shouldTellNobodyAnyMoreOnceSomebodyHasIt() throws SQLException {
        // Given
        Made made = mother.crisis();
        UUID raised = turns(made).getFirst();
        resolve(made, raised, "referral.crisis_raised.v1").then().body("recipients", not(empty()));

        // When
        mother.step(demo.coordinator(), made.referralPath(), "triage", Map.of("urgency", "CRISIS", "tier", 3), 200);

        // Then
        resolve(made, raised, "referral.crisis_raised.v1").then().body("recipients", empty());
    }

    @Test
    void shouldForgetOldTurnsOfAReferral() throws SQLException {
        // Given
        Made made = mother.crisis();
        UUID raised = turns(made).getFirst();
        World.run(
                database,
                "update alarm_turn set told_at = now() - interval '8 days' where event_id = '" + raised + "'");

        // When
        clock.advance(TURN);

        // Then
        await().untilAsserted(() -> assertThat(turns(made)).hasSize(1).doesNotContain(raised));
    }

    private void person(UUID id, String change) {
        World.run(database, "update person set " + change + " where id = '" + id + "'");
    }

    private List<UUID> turns(Made made) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select event_id from alarm_turn where referral_id = ? order by told_at, event_id")) {
            statement.setObject(1, made.referral());
            try (ResultSet result = statement.executeQuery()) {
                List<UUID> events = new ArrayList<>();
                while (result.next()) {
                    events.add(result.getObject(1, UUID.class));
                }
                return events;
            }
        }
    }

    private Response resolve(Made made, UUID event, String type) {
        Map<String, Object> question = Map.of("eventId", event, "type", type, "referralId", made.referral());
        return ReferralMother.post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);
    }
}
