package org.footbridge.referral.rights;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.RecordsRequested;
import org.footbridge.common.web.problem.CommonProblem;

/** Somebody wants to see a student's records. While it is open, nothing of the student is destroyed. */
@Entity
@Table(name = "access_request")
class AccessRequest {
    /** Within which the school must let the records be inspected (34 CFR 99.10(b)). */
    static final int DAYS = 45;

    /** Where it stands. */
    enum State {
        OPEN,
        FULFILLED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "asked_by")
    private UUID askedBy;

    private String relation;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    private long version;

    protected AccessRequest() {}

    static AccessRequest of(Asker asker, LocalDate today, Instant at) {
        AccessRequest request = new AccessRequest();
        request.id = Ids.next();
        request.tenantId = asker.actor().organizationId();
        request.studentId = asker.student().id();
        request.askedBy = asker.actor().personId();
        request.relation = asker.actor().role();
        request.state = State.OPEN;
        request.requestedAt = at;
        request.dueOn = today.plusDays(DAYS);
        return request;
    }

    void close(State to, Instant at) {
        if (state != State.OPEN) {
            throw CommonProblem.CONFLICT.because("The request was closed before.");
        }
        state = to;
        closedAt = at;
    }

    boolean isOfTheStudent() {
        return "STUDENT".equals(relation);
    }

    boolean isFulfilled() {
        return state == State.FULFILLED;
    }

    /** What the school's coordinators are told: that it is there. */
    Event asked() {
        return Event.of(
                EventType.RECORDS_REQUESTED,
                id,
                requestedAt,
                tenantId,
                null,
                new RecordsRequested(id, RecordsRequested.Kind.ACCESS, requestedAt));
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

    DueRequest toDue(LocalDate today) {
        return new DueRequest(id, studentId, askedBy, relation, requestedAt, dueOn, today.isAfter(dueOn));
    }

    AccessRequestResponse toResponse() {
        return new AccessRequestResponse(id, studentId, askedBy, relation, state, requestedAt, dueOn, closedAt);
    }
}
