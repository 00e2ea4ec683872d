package org.footbridge.common.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The whole coded state of a referral after the change that the event's type names. A consumer may therefore skip any
 * sequence that it has passed (decision 20).
 *
 * @param placementId the placement that this event is about; {@code null} where it concerns none
 * @param receivedOn the day a paper form reached the school, where it is older than its entry; waiting starts there
 * @param outcome the outcome code of a COMPLETED referral or the code of another end
 */
public record ReferralSnapshot(
        UUID referralId,
        String number,
        UUID schoolId,
        String schoolName,
        String state,
        Cohort cohort,
        UUID placementId,
        LocalDate receivedOn,
        Instant submittedAt,
        Instant triagedAt,
        Instant consentGrantedAt,
        Instant sentAt,
        Instant firstKeptAt,
        Instant closedAt,
        String outcome,
        List<PlacementSnapshot> placements)
        implements EventPayload {

    /** What figures may be grouped by. Codes only; the language is a BCP 47 tag. */
    public record Cohort(String gradeBand, String homeLanguage, String urgency, String source) {}

    /** One placement of the referral, with every time that a KPI needs. */
    public record PlacementSnapshot(
            UUID placementId,
            UUID serviceId,
            String serviceName,
            UUID agencyId,
            String agencyName,
            String state,
            boolean accessOpen,
            String declineCode,
            String outcome,
            Instant sentAt,
            Instant acknowledgedAt,
            Instant decidedAt,
            Instant scheduledAt,
            Instant firstKeptAt,
            Instant endedAt) {}
}
