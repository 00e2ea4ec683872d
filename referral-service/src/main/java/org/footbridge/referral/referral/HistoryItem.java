package org.footbridge.referral.referral;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.casefile.HistoryEntry;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.roster.Person;

/** One step of a referral's history. Reasons and remarks are the coordinator's. */
@Schema(description = "One step. reasonCode and note are shown to coordinators only.")
public record HistoryItem(
        Transition.Kind kind,

        @Schema(description = "The referral, placement or appointment that took the step.")
        UUID subjectId,

        @Schema(maxLength = 40) String from,
        @Schema(maxLength = 40) String to,

        @Schema(maxLength = 200, description = "Name of the district's own person; missing for an agency's.")
        String actor,

        @Schema(maxLength = 40, examples = "COORDINATOR") String actorRole,
        @Schema(description = "The district or the agency.") UUID actorOrg,
        @Schema(maxLength = 60) String reasonCode,
        @Schema(maxLength = 2000) String note,
        Instant at) {

    static HistoryItem of(HistoryEntry entry, Map<UUID, Person> people, boolean coordinator) {
        Person person = entry.actorPersonId() == null ? null : people.get(entry.actorPersonId());
        return new HistoryItem(
                entry.kind(),
                entry.subjectId(),
                entry.from(),
                entry.to(),
                person == null ? null : person.name(),
                entry.actorRole(),
                entry.actorOrgId(),
                coordinator ? entry.reasonCode() : null,
                coordinator ? entry.note() : null,
                entry.at());
    }
}
