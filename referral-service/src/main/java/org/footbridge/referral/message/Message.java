package org.footbridge.referral.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.Side;

/** One message of a placement's thread. Written once. */
@Entity
@Table(name = "placement_message")
public class Message {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    /** Counts the thread's messages, from 1 without a gap: ids of two writers at once need not be in the thread's order. */
    private int position;

    @Enumerated(EnumType.STRING)
    private Side side;

    private String body;

    private boolean part2;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_person_id")
    private UUID actorPersonId;

    @Column(name = "posted_at")
    private Instant postedAt;

    protected Message() {}

    static Message write(Party party, int position, String text, boolean part2, Instant at) {
        Message message = new Message();
        message.id = Ids.next();
        message.tenantId = party.tenantId();
        message.agencyId = party.placement().agencyId();
        message.placementId = party.placement().id();
        message.position = position;
        message.side = party.side();
        message.body = text;
        message.part2 = part2;
        message.actorSubject = party.actor().subject();
        message.actorPersonId = party.actor().personId();
        message.postedAt = at;
        return message;
    }

    UUID id() {
        return id;
    }

    UUID placementId() {
        return placementId;
    }

    int position() {
        return position;
    }

    Side side() {
        return side;
    }

    String body() {
        return body;
    }

    /** Whether that side reads it only under a consent that names PART2. */
    boolean isPart2For(Side reader) {
        return part2 && side != reader;
    }

    /** Whether that account wrote it. */
    boolean isBy(String subject) {
        return actorSubject.equals(subject);
    }

    Instant postedAt() {
        return postedAt;
    }
}
