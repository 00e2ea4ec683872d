package org.footbridge.referral.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random walks of legal and illegal steps through the real service keep what must always hold. The seeds are fixed, so that a
 * walk that fails can be walked again; another seed is another test.
 */
@QuarkusTest
class RandomWalkTest {
    private static final int STEPS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> REFUSALS = List.of(403, 404, 409, 422);

    TestDatabase database;
    DemoTokens demo;

    private Walker walker;
    private Records records;

    @BeforeEach
    void fill() {
        World.fill(database);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void shouldKeepWhatMustAlwaysHold(long seed) throws Exception {
        walker = new Walker(demo, new ReferralMother(demo), seed);
        try (Connection superuser = database.connectAsSuperuser()) {
            records = new Records(superuser, UUID.fromString(walker.referral()));
            for (int step = 0; step < STEPS; step++) {
                take(walker.next());
            }
            assertInvariants();
        }
    }

    private void assertInvariants() throws Exception {
        assertThat(records.brokenChains())
                .as("steps that do not begin where the last one ended")
                .isZero();
        assertThat(records.leftFinalStates()).as("final states that were left").isZero();
        assertThat(records.releasedWithoutConsent())
                .as("releases without a consent of that moment")
                .isZero();
        assertThat(records.openPlacements()).as("open placements at a time").isLessThanOrEqualTo(1);
        assertHistoryIsWhatWasPublished();
    }

    private void take(Move move) throws SQLException {
        long before = records.fingerprint();
        Response answer = walker.attempt(move);
        if (answer.statusCode() >= 300) {
            assertThat(REFUSALS).as(move + ": " + answer.asString()).contains(answer.statusCode());
            assertThat(records.fingerprint())
                    .as("a refused " + move + " changes nothing")
                    .isEqualTo(before);
        }
        if (walker.placement() != null) {
            int expected = records.mayRead(UUID.fromString(walker.placement())) ? 200 : 403;
            assertThat(walker.readByAgency().statusCode())
                    .as("reading by the agency after " + move)
                    .isEqualTo(expected);
        }
    }

    private void assertHistoryIsWhatWasPublished() throws SQLException, JsonProcessingException {
        UUID referral = UUID.fromString(walker.referral());
        int published = (int) records.publishedEvents();
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", referral, published);
        assertThat(events.stream().map(Bus.Relayed::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, published).boxed().toList());
        List<String> told = new ArrayList<>();
        for (Bus.Relayed event : events) {
            told.add(JSON.readTree(event.data()).at("/state").asText());
        }
        assertThat(withoutRepeats(told)).isEqualTo(withoutRepeats(records.states(referral)));
        for (Map.Entry<String, List<String>> one : placementsTold(events).entrySet()) {
            assertThat(withoutRepeats(one.getValue()))
                    .isEqualTo(withoutRepeats(records.states(UUID.fromString(one.getKey()))));
        }
    }

    private static Map<String, List<String>> placementsTold(List<Bus.Relayed> events) throws JsonProcessingException {
        Map<String, List<String>> states = new HashMap<>();
        for (Bus.Relayed event : events) {
            for (JsonNode placement : JSON.readTree(event.data()).at("/placements")) {
                states.computeIfAbsent(placement.at("/placementId").asText(), id -> new ArrayList<>())
                        .add(placement.at("/state").asText());
            }
        }
        return states;
    }

    /** A step within a state is one of the history and none of the state. */
    private static List<String> withoutRepeats(List<String> states) {
        List<String> changes = new ArrayList<>();
        states.stream()
                .filter(state -> !state.equals("TRIAGED")) // left in the transaction that has reached it
                .filter(state -> changes.isEmpty() || !changes.getLast().equals(state))
                .forEach(changes::add);
        return changes;
    }
}
