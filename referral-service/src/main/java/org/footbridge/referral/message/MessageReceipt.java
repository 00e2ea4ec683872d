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

/** How far somebody had read a thread, and when. Written once: reading on writes another one. */
@Entity
@Table(name = "message_receipt")
public class MessageReceipt {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "side")
    @Enumerated(EnumType.STRING)
    private Side side;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "position")
    private int position;

    @Column(name = "read_at")
    private Instant readAt;

    protected MessageReceipt() {}

    static MessageReceipt of(Party reader, Message upTo, Instant at) {
        MessageReceipt receipt = new MessageReceipt();
        receipt.id = Ids.next();
        receipt.tenantId = reader.tenantId();
        receipt.agencyId = reader.placement().agencyId();
        receipt.placementId = upTo.placementId();
        receipt.side = reader.side();
        receipt.actorSubject = reader.actor().subject();
        receipt.position = upTo.position();
        receipt.readAt = at;
        return receipt;
    }
}
