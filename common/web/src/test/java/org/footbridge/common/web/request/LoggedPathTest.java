package org.footbridge.common.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a log shows of a path. */
class LoggedPathTest {
    @Test
    void shouldLeaveOutWhatIsAKey() {
        assertThat(LoggedPath.of("/calendar/0f3qN2Yw5sQ7.ics")).isEqualTo("/calendar/***");
        assertThat(LoggedPath.of("/consent/abc/sign")).isEqualTo("/consent/***/sign");
        assertThat(LoggedPath.of("/api/v1/notifications/unsubscribe/abc"))
                .isEqualTo("/api/v1/notifications/unsubscribe/***");
        assertThat(LoggedPath.of("/api/v1/notifications/7/read")).isEqualTo("/api/v1/notifications/7/read");
        assertThat(LoggedPath.of("/api/v1/calendar-feeds")).isEqualTo("/api/v1/calendar-feeds");
        assertThat(LoggedPath.of("/api/v1/referrals/1/consents/2")).isEqualTo("/api/v1/referrals/1/consents/2");
    }
}
