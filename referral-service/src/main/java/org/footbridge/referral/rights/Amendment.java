package org.footbridge.referral.rights;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.RecordsRequested;
import org.footbridge.common.web.problem.CommonProblem;

/** Somebody holds a record to be wrong. Who is refused may put a statement to it, which travels with the record from then on. */
@Entity
@Table(name = "amendment_request")
class Amendment {
    /** Where it stands. */
    enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "asked_by")
    private UUID askedBy;

    private String relation;
    private String request;

    @Enumerated(EnumType.STRING)
    private State state;

    private String reason;
    private String statement;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    private long version;

    protected Amendment() {}

    static Amendment of(Asker asker, NewAmendment wanted, Instant at) {
        Amendment amendment = new Amendment();
        amendment.id = Ids.next();
        amendment.tenantId = asker.actor().organizationId();
        amendment.studentId = asker.student().id();
        amendment.referralId = wanted.referralId();
        amendment.askedBy = asker.actor().personId();
        amendment.relation = asker.actor().role();
        amendment.request = wanted.request();
        amendment.state = State.OPEN;
        amendment.requestedAt = at;
        return amendment;
    }

    void decide(State to, String why, UUID by, Instant at) {
        if (state != State.OPEN) {
            throw CommonProblem.CONFLICT.because("The request was decided before.");
        }
        state = to;
        reason = why;
        decidedBy = by;
        decidedAt = at;
    }

    /** Only to what was refused (34 CFR 99.21(b)). */
    void state(String words) {
        if (state != State.REFUSED) {
            throw CommonProblem.CONFLICT.because("A statement is put to a request that was refused.");
        }
        statement = words;
    }

    /** What the school's coordinators are told: that it is there. */
    Event asked() {
        return Event.of(
                EventType.RECORDS_REQUESTED,
                id,
                requestedAt,
                tenantId,
                null,
                new RecordsRequested(id, RecordsRequested.Kind.AMENDMENT, requestedAt));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID studentId() {
        return studentId;
    }

    OpenAmendment toOpen() {
        return new OpenAmendment(id, studentId, referralId, askedBy, relation, requestedAt);
    }

    AmendmentResponse toResponse() {
        return new AmendmentResponse(
                id,
                studentId,
                referralId,
                askedBy,
                relation,
                request,
                state,
                reason,
                statement,
                requestedAt,
                decidedAt);
    }
}
