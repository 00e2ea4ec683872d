package org.footbridge.notification.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.footbridge.common.events.ContactRequested;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ServiceChanged;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;

/** One mail to an agency. Holds ids only. */
@Entity
@Table(name = "agency_letter")
public class AgencyLetter {
    static final WorkKind WORK = new WorkKind("agency-mail");

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "event_type")
    private String eventType;

    @Column(name = "service_id")
    private UUID serviceId;

    @Column(name = "contact_request_id")
    private UUID contactRequestId;

    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    /** For Hibernate. */
    protected AgencyLetter() {}

    /** Of the agency that the event names. One a day says that entries wait to be verified, however many do. */
    static AgencyLetter of(Event event, Instant now) {
        AgencyLetter letter = new AgencyLetter();
        letter.agencyId = event.agencyId();
        letter.eventType = event.type().publicName();
        letter.createdAt = now;
        if (event.data() instanceof ContactRequested request) {
            letter.id = event.id();
            letter.serviceId = request.serviceId();
            letter.contactRequestId = request.contactRequestId();
        } else {
            letter.id = ofDay(event.agencyId(), now);
            letter.serviceId = event.data(ServiceChanged.class).serviceId();
        }
        return letter;
    }

    private static UUID ofDay(UUID agency, Instant now) {
        String name = "verification/" + agency + "/" + LocalDate.ofInstant(now, ZoneOffset.UTC);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    WorkItem work() {
        return new WorkItem(WORK, id, agencyId, null, agencyId, null);
    }

    boolean isPending() {
        return finishedAt == null;
    }

    void finish(Instant now) {
        finishedAt = now;
    }

    int failed() {
        return ++attempts;
    }

    DirectoryClient.About about() {
        return new DirectoryClient.About(agencyId, serviceId, contactRequestId);
    }

    /** Of its templates. */
    String template() {
        return contactRequestId == null ? "verification" : "contact_request";
    }

    UUID id() {
        return id;
    }
}
