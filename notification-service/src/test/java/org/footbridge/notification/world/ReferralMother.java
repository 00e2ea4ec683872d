package org.footbridge.notification.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;

/** One referral of a district that is placed at an agency, and the events of its life in their order. */
public final class ReferralMother {
    public final UUID referralId = Ids.next();
    public final UUID placementId = Ids.next();
    public final UUID schoolId = Ids.next();
    public final UUID serviceId = Ids.next();
    private final UUID tenant;
    private final UUID agency;
    private long sequence;

    private ReferralMother(UUID tenant, UUID agency) {
        this.tenant = tenant;
        this.agency = agency;
    }

    public static ReferralMother of(UUID tenant, UUID agency) {
        return new ReferralMother(tenant, agency);
    }

    public Event submitted() {
        return event(EventType.REFERRAL_SUBMITTED, "SUBMITTED", List.of(), null);
    }

    public Event sent() {
        return placed(EventType.REFERRAL_SENT, "SENT", true);
    }

    /** What happened at the school before anything was sent. */
    public Event before(EventType type) {
        return event(type, "AWAITING_CONSENT", List.of(), null);
    }

    public Event accepted() {
        return placed(EventType.REFERRAL_ACCEPTED, "ACCEPTED", true);
    }

    public Event accessRevoked() {
        return placed(EventType.REFERRAL_ACCESS_REVOKED, "ACCESS_REVOKED", false);
    }

    /** A crisis whose turn goes on at {@code nextAt}; acknowledged where that is {@code null}. */
    public Event crisis(EventType type, int level, Instant nextAt) {
        Event event = event(type, "SUBMITTED", List.of(), null);
        Instant acknowledgedAt = nextAt == null ? event.time() : null;
        ReferralSnapshot.Crisis crisis =
                new ReferralSnapshot.Crisis(level, Instant.parse("2026-11-01T15:00:00Z"), nextAt, acknowledgedAt);
        return new Event(
                event.id(),
                type,
                event.subject(),
                event.time(),
                event.tenantId(),
                null,
                event.sequence(),
                event.requestId(),
                event.data(ReferralSnapshot.class).about(crisis));
    }

    /** What happened with the placement. */
    public Event placed(EventType type) {
        return placed(type, "ACCEPTED", true);
    }

    private Event placed(EventType type, String state, boolean open) {
        Instant sentAt = Instant.parse("2026-11-02T15:00:00Z");
        PlacementSnapshot placement = new PlacementSnapshot(
                placementId,
                serviceId,
                "Teen counseling",
                agency,
                "Harbor Light Counseling",
                state,
                open,
                null,
                null,
                sentAt,
                null,
                null,
                null,
                null,
                null);
        return event(type, "PLACED", List.of(placement), agency);
    }

    private Event event(EventType type, String state, List<PlacementSnapshot> placements, UUID party) {
        ReferralSnapshot snapshot = new ReferralSnapshot(
                referralId,
                "FB-7KQ2M9XA",
                schoolId,
                "Prairie View High School",
                state,
                new ReferralSnapshot.Cohort("9-12", "es", "ROUTINE", "STAFF"),
                placements.isEmpty() ? null : placementId,
                null,
                Instant.parse("2026-11-01T15:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                placements,
                null,
                null,
                null);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        sequence++;
        return new Event(Ids.next(), type, referralId, now, tenant, party, sequence, "req-" + referralId, snapshot);
    }
}
