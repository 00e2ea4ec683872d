package org.footbridge.referral.servicelevel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.ReferralSnapshot;

/** A clock as it was last reckoned, with what was told of it. Once its step was taken, nothing changes it any more. */
@Entity
@Table(name = "service_clock")
class StoredClock {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Enumerated(EnumType.STRING)
    private ClockKind kind;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "warn_at")
    private Instant warnAt;

    @Column(name = "escalate_at")
    private Instant escalateAt;

    /** The next time at which something is to be told or reckoned; {@code null} once it has stopped. */
    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "stopped_at")
    private Instant stoppedAt;

    private boolean ended;
    private boolean paused;
    private boolean waited;
    private boolean warned;
    private int level;

    @Version
    private long version;

    protected StoredClock() {}

    /** Something to tell: {@code level} is 0 for a clock that is only due soon. */
    record Alarm(EventType type, ReferralSnapshot.Clock clock) {}

    static StoredClock begin(UUID tenant, UUID referral, Reckoned clock) {
        StoredClock stored = new StoredClock();
        stored.id = Ids.next();
        stored.tenantId = tenant;
        stored.referralId = referral;
        stored.placementId = clock.placementId();
        stored.kind = clock.kind();
        stored.startedAt = clock.startedAt();
        return stored;
    }

    /** Takes over what was reckoned. A due time that has moved into the future is a new promise, of which nothing was told yet. */
    void take(Reckoned clock, AlarmRules rules, Instant now) {
        if (stoppedAt == null && ended && clock.state() != ServiceClock.State.VOID) {
            beginAnew(clock);
        }
        if (!isRunning()) {
            return;
        }
        dueAt = clock.dueAt();
        warnAt = rules.warnAt(dueAt, clock.span());
        stoppedAt = clock.stoppedAt();
        ended = clock.state() == ServiceClock.State.VOID;
        paused = clock.state() == ServiceClock.State.PAUSED;
        waited |= paused;
        if (now.isBefore(dueAt)) {
            level = 0;
            warned &= !now.isBefore(warnAt);
        }
        nextAt = next(clock, now);
    }

    /** Its step waits for somebody again, such as the triage of a crisis once that is acknowledged. */
    private void beginAnew(Reckoned clock) {
        ended = false;
        startedAt = clock.startedAt();
        warned = false;
        level = 0;
    }

    private Instant next(Reckoned clock, Instant now) {
        if (!isRunning()) {
            return null;
        }
        if (paused) {
            return clock.pauseEndsAt();
        }
        if (level > 0) {
            return escalateAt;
        }
        return !warned && now.isBefore(dueAt) ? warnAt : dueAt;
    }

    /** What is to be told now, once: after a long silence the first level is told, and not all that were missed at once. */
    Optional<Alarm> ring(Duration span, AlarmRules rules, Instant now) {
        if (!isRunning() || paused || nextAt.isAfter(now)) {
            return Optional.empty();
        }
        warned = true;
        if (now.isBefore(dueAt)) {
            nextAt = dueAt;
            return Optional.of(alarm(EventType.REFERRAL_DUE_SOON));
        }
        level = Math.min(level + 1, AlarmRules.LAST_LEVEL);
        escalateAt = rules.nextEscalation(level, span, now);
        nextAt = escalateAt;
        return Optional.of(alarm(EventType.REFERRAL_OVERDUE));
    }

    private Alarm alarm(EventType type) {
        return new Alarm(type, new ReferralSnapshot.Clock(kind.name(), startedAt, dueAt, level));
    }

    /** Nobody waits for its step any more. */
    void end() {
        ended = true;
        paused = false;
        nextAt = null;
    }

    /** When it stopped, else now. */
    Instant stoppedAtOr(Instant now) {
        return stoppedAt == null ? now : stoppedAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Whether it is that one of the school's own steps. */
    boolean isOf(ClockKind step) {
        return kind == step && placementId == null;
    }

    boolean isOf(Reckoned clock) {
        return clock.isOf(kind, placementId);
    }

    boolean isRunning() {
        return stoppedAt == null && !ended;
    }

    /** Whether it has ever stood still, so that the history must be read to reckon it. */
    boolean hasWaited() {
        return waited;
    }

    UUID placementId() {
        return placementId;
    }

    int level() {
        return level;
    }

    Instant nextAt() {
        return nextAt;
    }

    /** As it was when it stopped. */
    ServiceClock item() {
        ServiceClock.State state = ServiceClock.State.VOID;
        if (stoppedAt != null) {
            state = stoppedAt.isAfter(dueAt) ? ServiceClock.State.MISSED : ServiceClock.State.MET;
        }
        return new ServiceClock(kind, placementId, startedAt, dueAt, stoppedAt, state, level);
    }
}
