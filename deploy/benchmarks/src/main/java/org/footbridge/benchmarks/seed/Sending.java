package org.footbridge.benchmarks.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One placement of a story: the referral at one agency. */
final class Sending {
    final UUID id;
    final Offers.Service service;
    final Offers.Organization agency;
    final Story.Consent consent;
    final Instant sentAt;
    final List<Visit> visits = new ArrayList<>();

    PlacementState state;
    boolean accessOpen = true;
    String declineCode;
    String outcome;
    Instant acknowledgedAt;
    Instant decidedAt;
    Instant scheduledAt;
    Instant firstKeptAt;
    Instant endedAt;
    Instant changedAt;
    long version = -1;
    /** Of the last event that told of it. */
    long sequence;

    Sending(UUID id, Offers.Service service, Offers.Organization agency, Story.Consent consent, Instant sentAt) {
        this.id = id;
        this.service = service;
        this.agency = agency;
        this.consent = consent;
        this.sentAt = sentAt;
    }

    /** A visit that the agency booked. */
    static final class Visit {
        final UUID id;
        final Instant startsAt;
        final String modality;
        VisitState state = VisitState.BOOKED;
        long version;

        Visit(UUID id, Instant startsAt, String modality) {
            this.id = id;
            this.startsAt = startsAt;
            this.modality = modality;
        }
    }

    Story.By by() {
        return new Story.By(Story.Actor.AGENCY, agency);
    }

    void move(Story story, PlacementState to, Story.By by, String reason, Instant at) {
        String from = state == null ? null : state.name();
        story.steps.add(new Story.Step("PLACEMENT", id, from, to.name(), by, reason, at));
        state = to;
        changedAt = at;
        version++;
        if (to.isEnd() && endedAt == null) {
            endedAt = at;
        }
        accessOpen &= !to.closesAccess();
    }
}
