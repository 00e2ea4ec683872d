package org.footbridge.notification.health;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.notification.endpoint.Contact;

/** One mail to the technical contact of an endpoint. */
@Entity
@Table(name = "webhook_alert")
public class Alert {
    static final WorkKind WORK = new WorkKind("webhook-alert");

    @Id
    private UUID id;

    @Column(name = "endpoint_id")
    private UUID endpointId;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private AlertKind kind;

    private String address;
    private String host;

    @Column(name = "failing_since")
    private Instant failingSince;

    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    protected Alert() {}

    static Alert of(AlertKind kind, Contact contact, Instant failingSince, Instant now) {
        Alert alert = new Alert();
        alert.id = Ids.next();
        alert.endpointId = contact.endpoint();
        alert.ownerId = contact.owner().id();
        alert.tenantId = contact.owner().tenant();
        alert.agencyId = contact.owner().agency();
        alert.kind = kind;
        alert.address = contact.address();
        alert.host = contact.host();
        alert.failingSince = failingSince;
        alert.createdAt = now;
        return alert;
    }

    int failed() {
        return ++attempts;
    }

    WorkItem work() {
        return new WorkItem(WORK, id, ownerId, tenantId, agencyId, null);
    }

    UUID id() {
        return id;
    }

    UUID endpointId() {
        return endpointId;
    }

    AlertKind kind() {
        return kind;
    }

    String address() {
        return address;
    }

    String host() {
        return host;
    }

    Instant failingSince() {
        return failingSince;
    }
}
