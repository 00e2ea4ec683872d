package org.footbridge.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.ReferralSnapshot.Cohort;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;

/** Snapshots of referrals as referral-service publishes them. */
public record ReferralMother(
        UUID id, UUID schoolId, String homeLanguage, String urgency, Instant submittedAt, LocalDate receivedOn) {

    public static ReferralMother submitted(UUID schoolId, Instant at) {
        return new ReferralMother(UUID.randomUUID(), schoolId, "en", "ROUTINE", at, null);
    }

    public ReferralMother speaking(String language) {
        return new ReferralMother(id, schoolId, language, urgency, submittedAt, receivedOn);
    }

    public ReferralMother receivedOn(LocalDate day) {
        return new ReferralMother(id, schoolId, homeLanguage, urgency, submittedAt, day);
    }

    /** Nothing has happened yet. */
    public ReferralSnapshot open() {
        return snapshot("SUBMITTED", null, null, List.of());
    }

    /** Entered in error. */
    public ReferralSnapshot error() {
        return snapshot("ENTERED_IN_ERROR", null, null, List.of());
    }

    /** The agency had no room, and nobody else was found. */
    public ReferralSnapshot declined() {
        return snapshot("READY", null, null, List.of(placement("DECLINED", null, null)));
    }

    /** Attended at that time, then completed. */
    public ReferralSnapshot completed(Instant firstKeptAt) {
        return snapshot(
                "COMPLETED",
                firstKeptAt,
                "SERVED_IMPROVED",
                List.of(placement("COMPLETED", firstKeptAt, "SERVED_IMPROVED")));
    }

    /** The agency told that the student moved, before any visit. */
    public ReferralSnapshot endedNotServed() {
        return snapshot("READY", null, null, List.of(placement("ENDED_NOT_SERVED", null, "MOVED")));
    }

    private ReferralSnapshot snapshot(
            String state, Instant firstKeptAt, String outcome, List<PlacementSnapshot> placements) {
        return new ReferralSnapshot(
                id,
                "FB-7K3M9QRT",
                schoolId,
                "a school",
                state,
                new Cohort("6-8", homeLanguage, urgency, "EDUCATOR"),
                null,
                receivedOn,
                submittedAt,
                null,
                null,
                null,
                placements.isEmpty() ? null : sentAt(),
                firstKeptAt,
                outcome == null ? null : ended(),
                outcome,
                placements,
                null,
                null,
                null);
    }

    private PlacementSnapshot placement(String state, Instant firstKeptAt, String outcome) {
        return new PlacementSnapshot(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "a service",
                UUID.randomUUID(),
                "an agency",
                state,
                false,
                state.equals("DECLINED") ? "NO_CAPACITY" : null,
                outcome,
                sentAt(),
                null,
                null,
                null,
                firstKeptAt,
                ended());
    }

    private Instant sentAt() {
        return submittedAt.plus(Duration.ofDays(2));
    }

    private Instant ended() {
        return submittedAt.plus(Duration.ofDays(40));
    }
}
