package org.footbridge.notification.webhook;

import java.util.Set;
import org.footbridge.common.events.EventType;

/** News of the end itself, which an agency is told although its access has just ended. */
final class Farewells {
    static final Set<String> TYPES = Set.of(
            EventType.REFERRAL_ACCESS_REVOKED.publicName(),
            EventType.REFERRAL_WITHDRAWN.publicName(),
            EventType.REFERRAL_ENTERED_IN_ERROR.publicName(),
            EventType.REFERRAL_DECLINED.publicName(),
            EventType.REFERRAL_CANCELLED.publicName(),
            EventType.REFERRAL_ENDED_NOT_SERVED.publicName(),
            EventType.REFERRAL_COMPLETED.publicName());

    private Farewells() {}
}
