package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.district.DistrictSettings;

/** Knows who is told of some types of events. Each feature that has something to tell brings its own. */
public interface RecipientSource {

    /** The types that this source answers for; no two sources answer for the same one. */
    Set<EventType> tellsOf();

    /** Everybody concerned, told or not, out of what is true at this moment. Runs in the referral's district. */
    Uni<List<ResolveResponse.Recipient>> recipients(Question question);

    /** The event and what it is about; {@code placementId} is {@code null} where it concerns none. */
    record Question(UUID eventId, EventType type, CaseFile file, UUID placementId, DistrictSettings district) {}
}
