package org.footbridge.notification.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.Topic;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.People;
import org.footbridge.notification.world.ReferralBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose account is whose, as it comes over the bus. */
@QuarkusTest
class PersonTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    DemoTokens demo;
    TestDatabase database;

    private final ReferralBus bus = ReferralBus.open();
    private final String subject = "s-" + UUID.randomUUID();
    private final UUID person = Ids.next();
    private People people;

    @BeforeEach
    void meet() {
        people = new People(demo, database, bus);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void shouldTakeAnEventThatComesTwiceOnce() {
        // Given
        Event linked = linked(person);

        // When
        bus.publish(linked);
        bus.publish(linked);
        Event after = linked(person);
        bus.publish(after);

        // Then
        awaitSeen(after);
        assertThat(persons()).containsExactly(person.toString());
        assertThat(people.column("select consumer from inbox where event_id = ?", linked.id()))
                .containsExactly("roster");
    }

    @Test
    void shouldNeverGiveAnAccountToSomebodyElse() {
        // Given
        bus.publish(linked(person));
        await("the link").atMost(SOON).until(() -> persons().size() == 1);

        // When
        Event later = linked(Ids.next());
        bus.publish(later);

        // Then
        awaitSeen(later);
        assertThat(persons()).containsExactly(person.toString());
    }

    @Test
    void shouldGoOnAfterPoison() {
        bus.publishPoison(Topic.ROSTER, person.toString());
        bus.publish(linked(person));
        await("the link").atMost(SOON).until(() -> persons().size() == 1);
    }

    private Event linked(UUID to) {
        return new Event(
                Ids.next(),
                EventType.ACCOUNT_LINKED,
                to,
                Instant.now(),
                DemoTokens.PRAIRIE_VIEW,
                null,
                1,
                null,
                new AccountLinked(to, "https://issuer.example", subject));
    }

    private List<String> persons() {
        return people.column("select person_id from account where subject = ?", subject);
    }

    private void awaitSeen(Event event) {
        await("the event to be seen")
                .atMost(SOON)
                .until(() -> people.column("select consumer from inbox where event_id = ?", event.id())
                                .size()
                        == 1);
    }
}
