package org.footbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus.Relayed;
import org.footbridge.referral.ReferralMother.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bus hears of a referral: whole, in order, told to the right agency, and nothing about a person. */
@QuarkusTest
class EventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    TestDatabase database;
    DemoTokens demo;

    private List<Relayed> events;

    @BeforeEach
    void playTheMainJob() {
        World.fill(database);
        Made made = new ReferralMother(demo).completed();
        events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 9);
    }

    @Test
    void shouldCountTheEventsOfAReferralWithoutAGap() {
        assertThat(events.stream().map(Relayed::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 9).boxed().toList());
        assertThat(events)
                .allSatisfy(event -> assertThat(event.tenant()).isEqualTo(DemoTokens.PRAIRIE_VIEW.toString()));
    }

    @Test
    void shouldTellTheAgencyFromTheSendingOnOnly() {
        assertThat(events.stream().map(Relayed::agency))
                .startsWith(null, null, null)
                .endsWith(DemoTokens.HARBOR_LIGHT.toString())
                .hasSize(9);
        assertThat(events.subList(3, 9))
                .allSatisfy(event -> assertThat(event.agency()).isEqualTo(DemoTokens.HARBOR_LIGHT.toString()));
    }

    @Test
    void shouldSayNothingAboutAPerson() {
        assertThat(events).allSatisfy(event -> assertThat(event.data())
                .doesNotContain(
                        World.CANARY,
                        "ANXIETY",
                        "recess",
                        "example.edu",
                        "555",
                        World.STUDENT.toString(),
                        World.GUARDIAN.toString(),
                        World.EDUCATOR.toString(),
                        World.COORDINATOR.toString()));
    }

    @Test
    void shouldHaveNoMemberThatTheExamplesDoNotKnow() throws IOException {
        for (Relayed event : events) {
            // Given
            String name = event.type().replace("org.footbridge.", "");
            Set<String> known = new HashSet<>(paths("", example("referral.completed.v1")));
            known.addAll(paths("", example(name)));

            // When
            List<String> members = paths("", JSON.readTree(event.data()));

            // Then
            assertThat(known).as(name).containsAll(members);
        }
    }

    private static JsonNode example(String name) throws IOException {
        try (InputStream file = EventsTest.class.getResourceAsStream("/events/" + name + ".example.json")) {
            return JSON.readTree(file);
        }
    }

    private static List<String> paths(String prefix, JsonNode node) {
        List<String> paths = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> paths.addAll(paths(prefix + "/*", one)));
        }
        node.fields().forEachRemaining(member -> {
            paths.add(prefix + "/" + member.getKey());
            paths.addAll(paths(prefix + "/" + member.getKey(), member.getValue()));
        });
        return paths;
    }
}
