package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventType;

/** Something that waits at schools and is no referral. */
interface SchoolNewsSource {

    /** The event that tells of it. */
    EventType tellsOf();

    /** Enters the district of whatever the event is about; 404 where there is no such thing. */
    Uni<News> news(UUID subject);

    /**
     * Where it waits.
     *
     * @param schoolIds the schools whose coordinators are told
     * @param silence why nobody is told any more, {@code null} where somebody is
     */
    record News(UUID tenantId, List<UUID> schoolIds, String silence) {}
}
