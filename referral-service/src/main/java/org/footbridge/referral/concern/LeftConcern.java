package org.footbridge.referral.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.footbridge.common.events.ConcernLeft;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.web.problem.CommonProblem;

/** What somebody left for a school. Its words are gone as soon as it was decided upon. */
@Entity
@Table(name = "left_concern")
class LeftConcern {
    /** What nobody has looked at for so long helps nobody any more. */
    static final Duration LIFETIME = Duration.ofDays(30);

    static final WorkKind EXPIRY = new WorkKind("concern-expiry");

    /** Where it stands. */
    enum State {
        OPEN,
        REFERRED,
        DISMISSED
    }

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "school_id")
    private UUID schoolId;

    private String receipt;

    @Embedded
    private Words words;

    private boolean suspect;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "referral_id")
    private UUID referralId;

    private String dismissal;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    private long version;

    protected LeftConcern() {}

    /** The id is random and the time is cut, so that neither tells more than the words do. */
    static LeftConcern of(ConcernCode code, String receipt, Words words, boolean suspect, Instant at) {
        LeftConcern concern = new LeftConcern();
        concern.id = UUID.randomUUID();
        concern.tenantId = code.tenantId();
        concern.schoolId = code.schoolId();
        concern.receipt = receipt;
        concern.words = words;
        concern.suspect = suspect;
        concern.state = State.OPEN;
        concern.receivedAt = at.truncatedTo(ChronoUnit.MINUTES);
        concern.expiresAt = concern.receivedAt.plus(LIFETIME);
        return concern;
    }

    /** What is told of it: that it is there. The time is the one that it has itself. */
    Event left() {
        return Event.of(
                EventType.CONCERN_LEFT, id, receivedAt, tenantId, null, new ConcernLeft(id, schoolId, receivedAt));
    }

    /** The work of deleting it in time. */
    WorkItem expiry() {
        return WorkItem.ofTenant(EXPIRY, id, tenantId);
    }

    /** Whether nobody has looked at it in time. */
    boolean isForgotten(Instant at) {
        return state == State.OPEN && !at.isBefore(expiresAt);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    void requireOpen() {
        if (state != State.OPEN) {
            throw CommonProblem.CONFLICT.because("The concern was decided upon before.");
        }
    }

    void becomes(UUID referral, UUID by, Instant at) {
        decide(State.REFERRED, by, at);
        referralId = referral;
    }

    void dismiss(Dismissal code, UUID by, Instant at) {
        decide(State.DISMISSED, by, at);
        dismissal = code.name();
    }

    private void decide(State to, UUID by, Instant at) {
        requireOpen();
        state = to;
        words = null;
        decidedBy = by;
        decidedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID schoolId() {
        return schoolId;
    }

    Words words() {
        return words;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    long version() {
        return version;
    }

    ConcernResponse toResponse() {
        Words said = words == null ? Words.NONE : words;
        return new ConcernResponse(
                id,
                schoolId,
                receipt,
                said.who(),
                said.place(),
                said.what(),
                suspect,
                state,
                receivedAt,
                expiresAt,
                referralId,
                dismissal == null ? null : Dismissal.valueOf(dismissal));
    }
}
