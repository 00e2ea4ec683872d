package org.footbridge.notification.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.notification.queue.WorkItem;
import org.footbridge.notification.queue.WorkKind;

/** One event that people are told of by e-mail. Holds ids only. */
@Entity
@Table(name = "mail_notice")
public class Notice {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "event_type")
    private String eventType;

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
        notice.placementId = event.data(ReferralSnapshot.class).placementId();
        notice.state = NoticeState.PENDING;
        notice.createdAt = now;
        return notice;
    }

    void done(Instant now) {
        attempts++;
        state = NoticeState.DONE;
        finishedAt = now;
    }

    /** Counts a failed attempt. When the next one is due; empty where the notice has become too old. */
    Optional<Instant> failed(MailConfig config, Instant now) {
        attempts++;
        Instant next = now.plus(
                config.schedule().get(Math.min(attempts, config.schedule().size()) - 1));
        if (next.isAfter(createdAt.plus(config.expiry()))) {
            state = NoticeState.EXPIRED;
            finishedAt = now;
            return Optional.empty();
        }
        return Optional.of(next);
    }

    boolean isPending() {
        return state == NoticeState.PENDING;
    }

    /** The work of sending it, before it is claimed. One district's many notices do not hold up another's. */
    WorkItem work() {
        return new WorkItem(WorkKind.MAIL, id, tenantId, tenantId, null, null);
    }

    RecipientsClient.Question question() {
        return new RecipientsClient.Question(eventId, eventType, referralId, placementId);
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID eventId() {
        return eventId;
    }
}
