package org.footbridge.directory.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;

/** A family's request for contact. Closing it deletes the family's words. */
@Entity
@Table(name = "contact_requests")
public class ContactRequest {
    /** What is older than this nobody wants an answer to any more. */
    static final Duration KEPT = Duration.ofDays(90);

    static final WorkKind EXPIRY = new WorkKind("contact-expiry");

    /** Whether the agency still has to answer. */
    enum State {
        NEW,
        CLOSED
    }

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "service_id")
    private UUID serviceId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    private String outcome;
    private String name;

    @Column(name = "reach_by")
    private String reachBy;

    private String reach;
    private String language;
    private BigDecimal age;

    @Column(name = "best_time")
    private String bestTime;

    private String message;

    @Version
    private long version;

    /** For Hibernate. */
    protected ContactRequest() {}

    static ContactRequest left(UUID agency, UUID service, ContactWish wish, Instant now) {
        ContactRequest request = new ContactRequest();
        request.id = UUID.randomUUID();
        request.agencyId = agency;
        request.serviceId = service;
        request.state = State.NEW;
        request.receivedAt = now;
        request.name = wish.name();
        request.reachBy = wish.reachBy().name();
        request.reach = wish.reach().strip();
        request.language = wish.language();
        request.age = wish.age();
        request.bestTime = wish.bestTime();
        request.message = wish.message();
        return request;
    }

    /** The work of deleting it in time. */
    WorkItem expiry() {
        return new WorkItem(EXPIRY, id, agencyId, null, agencyId, null);
    }

    Instant expiresAt() {
        return receivedAt.plus(KEPT);
    }

    boolean isOpen() {
        return state == State.NEW;
    }

    /** What the family told goes; that it asked, and what came of it, stays. */
    void close(CloseContact.Outcome outcome, Instant now) {
        state = State.CLOSED;
        closedAt = now;
        this.outcome = outcome.name();
        name = null;
        reach = null;
        language = null;
        age = null;
        bestTime = null;
        message = null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ContactRequestResponse response() {
        return new ContactRequestResponse(
                id,
                serviceId,
                state.name(),
                receivedAt,
                closedAt,
                outcome,
                name,
                reachBy,
                reach,
                language,
                age,
                bestTime,
                message);
    }
}
