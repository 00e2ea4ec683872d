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
 * @param consentRequestedAt when the family was first asked electronically; {@code null} where it never was
 * @param outcome the outcome code of a COMPLETED referral or the code of another end
 * @param message the message that this event is about; {@code null} where it is about none
 * @param clock the service-level clock that this event is about; {@code null} where it is about none
 * @param crisis how the crisis stands that this event is about; {@code null} where it is about none
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
        Instant consentRequestedAt,
        Instant consentGrantedAt,
        Instant sentAt,
        Instant firstKeptAt,
        Instant closedAt,
        String outcome,
        List<PlacementSnapshot> placements,
        Message message,
        Clock clock,
        Crisis crisis)
        implements EventPayload {

    /** What figures may be grouped by. Codes only; the language is a BCP 47 tag. */
    public record Cohort(String gradeBand, String homeLanguage, String urgency, String source) {}

    /** A message of a placement's thread and the side that wrote it, {@code SCHOOL} or {@code AGENCY}. Never its words. */
    public record Message(UUID messageId, String writtenBy) {}

    /**
     * A clock that is due soon or overdue.
     *
     * @param kind the step that it waits for, such as {@code TRIAGE}
     * @param escalationLevel 0 before it is due, then counted up with each escalation to its last level
     */
    public record Clock(String kind, Instant startedAt, Instant dueAt, int escalationLevel) {}

    /**
     * A crisis that waits for somebody to say that he or she has it in hand.
     *
     * @param level whose turn it is in the on-call chain, from 0
     * @param nextAt when it is the next one's turn; {@code null} once it is acknowledged
     */
    public record Crisis(int level, Instant raisedAt, Instant nextAt, Instant acknowledgedAt) {}

    /** The same state, as the event about a message carries it. */
    public ReferralSnapshot about(Message posted) {
        return with(posted, null, null);
    }

    /** The same state, as the event about a clock carries it. */
    public ReferralSnapshot about(Clock due) {
        return with(null, due, null);
    }

    /** The same state, as the event about a crisis carries it. */
    public ReferralSnapshot about(Crisis raised) {
        return with(null, null, raised);
    }

    private ReferralSnapshot with(Message posted, Clock due, Crisis raised) {
        return new ReferralSnapshot(
                referralId,
                number,
                schoolId,
                schoolName,
                state,
                cohort,
                placementId,
                receivedOn,
                submittedAt,
                triagedAt,
                consentRequestedAt,
                consentGrantedAt,
                sentAt,
                firstKeptAt,
                closedAt,
                outcome,
                placements,
                posted,
                due,
                raised);
    }

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
