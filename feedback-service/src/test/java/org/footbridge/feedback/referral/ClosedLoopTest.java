package org.footbridge.feedback.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.footbridge.feedback.ReferralMother;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private final ReferralMother referral =
            ReferralMother.submitted(UUID.randomUUID(), Instant.parse("2026-10-01T14:00:00Z"));

    @Test
    void shouldBeClosedByAnOutcomeOfTheProvider() {
        assertThat(ClosedLoop.isClosed(referral.completed(Instant.parse("2026-10-13T20:00:00Z"))))
                .isTrue();
        assertThat(ClosedLoop.isClosed(referral.endedNotServed())).isTrue();
    }

    @Test
    void shouldStayOpenWithoutAnOutcome() {
        assertThat(ClosedLoop.isClosed(referral.open())).isFalse();
        assertThat(ClosedLoop.isClosed(referral.declined())).isFalse();
    }
}
