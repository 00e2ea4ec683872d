package org.footbridge.directory.responsiveness;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.ConcernLeft;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.junit.jupiter.api.Test;

class ResponsivenessServiceTest {
    private final ResponsivenessService service =
            new ResponsivenessService(new PlacementFactRepository(new ObjectMapper()), Clock.systemUTC());

    @Test
    void shouldPassOverWhatIsNoReferral() {
        UUID concern = UUID.randomUUID();
        Event left = Event.of(
                EventType.CONCERN_LEFT,
                concern,
                Instant.EPOCH,
                UUID.randomUUID(),
                null,
                new ConcernLeft(concern, UUID.randomUUID(), Instant.EPOCH));
        assertThatCode(() -> service.take(left).await().indefinitely()).doesNotThrowAnyException();
    }
}
