package org.footbridge.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.notification.world.ReferralMother;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");

    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);

    @Test
    void shouldQueueACrisisApartFromOrdinaryNews() {
        Notice crisis = Notice.of(referral.before(EventType.REFERRAL_CRISIS_RAISED), NOW);
        Notice escalated = Notice.of(referral.before(EventType.REFERRAL_CRISIS_ESCALATED), NOW);
        Notice news = Notice.of(referral.accepted(), NOW);

        assertThat(crisis.work().kind())
                .isEqualTo(escalated.work().kind())
                .isNotEqualTo(news.work().kind());
        assertThat(crisis.work().lane()).isEqualTo(DemoTokens.PRAIRIE_VIEW);
    }
}
