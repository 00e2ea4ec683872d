package org.footbridge.notification.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.notification.preference.NoticeTopic;

/** One notice in somebody's inbox. Holds ids and codes only; the words are made when it is read. */
@Entity
@Table(name = "inbox_item")
public class InboxItem {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "person_id")
    private UUID personId;

    private long sequence;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "event_type")
    private String eventType;

    @Enumerated(EnumType.STRING)
    private NoticeTopic topic;

    private String letter;
    private String language;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "read_at")
    private Instant readAt;

    /** For Hibernate. */
    protected InboxItem() {}

    static InboxItem of(Entry entry, long sequence, Instant now) {
        InboxItem item = new InboxItem();
        item.id = Ids.next();
        item.tenantId = entry.tenant();
        item.personId = entry.person();
        item.sequence = sequence;
        item.eventId = entry.eventId();
        item.eventType = entry.eventType();
        item.topic = entry.topic();
        item.letter = entry.letter();
        item.language = entry.language();
        item.referralId = entry.referralId();
        item.placementId = entry.placementId();
        item.createdAt = now;
        return item;
    }

    UUID id() {
        return id;
    }

    long sequence() {
        return sequence;
    }

    String eventType() {
        return eventType;
    }

    NoticeTopic topic() {
        return topic;
    }

    String letter() {
        return letter;
    }

    String language() {
        return language;
    }

    UUID referralId() {
        return referralId;
    }

    UUID placementId() {
        return placementId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant readAt() {
        return readAt;
    }

    void read(Instant now) {
        readAt = now;
    }
}
