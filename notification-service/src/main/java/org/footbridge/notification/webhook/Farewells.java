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

    /**
     * Whether an agency may still hear of what the row {@code %1$s} tells (decision 26), with the parameter {@code farewells}:
     * it may read the placement now, or this is the news of the end.
     */
    static final String MAY_HEAR = """
            (%1$s.agency_id is null or %1$s.placement_id is null or %1$s.event_type = any(cast(:farewells as text[]))
                or exists (select from placement_access a
                    where a.placement_id = %1$s.placement_id and a.agency_id = %1$s.agency_id and a.open))
            """;

    private Farewells() {}
}
