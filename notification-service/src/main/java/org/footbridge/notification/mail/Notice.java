package org.footbridge.notification.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.notification.escalation.EscalationService.Late;

/** One event that people are told of by e-mail. Holds ids only. */
@Entity
@Table(name = "mail_notice")
public class Notice {
    static final WorkKind WORK = new WorkKind("mail");

    /** A crisis never stands in line behind a district's ordinary news, however many mails a sick mail server has left waiting. */
    static final WorkKind SAFETY = new WorkKind("crisis-mail");

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "last_event_id")
    private UUID lastEventId;

    @Column(name = "turns_missed")
    private int turnsMissed;

    @Column(name = "event_type")
    private String eventType;

    /** What it is about: a referral, or a concern that is none yet. */
    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Enumerated(EnumType.STRING)
    private NoticeState state;

    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    /** For Hibernate. */
    protected Notice() {}

    static Notice of(Event event, Instant now) {
        Notice notice = new Notice();
        notice.id = Ids.next();
        notice.tenantId = event.tenantId();
        notice.eventId = event.id();
        notice.eventType = event.type().type();
        notice.referralId = event.subject();
        notice.placementId = event.data() instanceof ReferralSnapshot referral ? referral.placementId() : null;
        notice.state = NoticeState.PENDING;
        notice.createdAt = now;
        return notice;
    }

    /** That a crisis waits although the next one's turn has come. The event of that did not arrive, so this has an id of its own. */
    static Notice ofLateCrisis(UUID tenant, UUID referral, Late late, Instant now) {
        Notice notice = new Notice();
        notice.id = Ids.next();
        notice.tenantId = tenant;
        notice.eventId = notice.id;
        notice.lastEventId = late.event();
        notice.turnsMissed = late.turnsMissed();
        notice.eventType = EventType.REFERRAL_CRISIS_ESCALATED.type();
        notice.referralId = referral;
        notice.state = NoticeState.PENDING;
        notice.createdAt = now;
        return notice;
    }

    void done(Instant now) {
        attempts++;
        state = NoticeState.DONE;
        finishedAt = now;
    }

    /** Counts a failed attempt. When the next one is due; empty where the notice has become too old, which a crisis never does. */
    Optional<Instant> failed(MailConfig config, Instant now) {
        attempts++;
        List<Duration> schedule = isSafety() ? config.safetySchedule() : config.schedule();
        Instant next = now.plus(schedule.get(Math.min(attempts, schedule.size()) - 1));
        if (!isSafety() && next.isAfter(createdAt.plus(config.expiry()))) {
            state = NoticeState.EXPIRED;
            finishedAt = now;
            return Optional.empty();
        }
        return Optional.of(next);
    }

    /** Whether it tells of a crisis. */
    boolean isSafety() {
        return eventType.equals(EventType.REFERRAL_CRISIS_RAISED.type())
                || eventType.equals(EventType.REFERRAL_CRISIS_ESCALATED.type());
    }

    boolean isPending() {
        return state == NoticeState.PENDING;
    }

    /** The work of sending it, before it is claimed. One district's many notices do not hold up another's. */
    WorkItem work() {
        return WorkItem.ofTenant(isSafety() ? SAFETY : WORK, id, tenantId);
    }

    RecipientsClient.Question question() {
        return new RecipientsClient.Question(eventId, eventType, referralId, placementId);
    }

    UUID id() {
        return id;
    }

    EventType event() {
        return EventType.of(eventType).orElseThrow(() -> new IllegalStateException("unknown event type of " + id));
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID eventId() {
        return eventId;
    }

    /** How many levels the chain would have gone on since that event, had somebody passed it on. */
    int turnsMissed() {
        return turnsMissed;
    }

    /** The event by which the crisis is known where referral-service cannot be asked. */
    UUID knownBy() {
        return lastEventId == null ? eventId : lastEventId;
    }

    UUID referralId() {
        return referralId;
    }

    /** {@code null} where the event concerns none. */
    UUID placementId() {
        return placementId;
    }
}
