package org.footbridge.referral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.lifecycle.Transition.Reason;

/** A student's need and where it stands on the school's side. Each command checks the machine and returns its step. */
@Entity
public class Referral {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "custodian_org_id")
    private UUID custodianOrgId;

    private String number;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "school_id")
    private UUID schoolId;

    @Column(name = "school_name")
    private String schoolName;

    @Column(name = "grade_band")
    private String gradeBand;

    @Column(name = "referrer_id")
    private UUID referrerId;

    @Column(name = "referrer_role")
    private String referrerRole;

    @Column(name = "coordinator_id")
    private UUID coordinatorId;

    @Column(name = "previous_referral_id")
    private UUID previousReferralId;

    @Enumerated(EnumType.STRING)
    private ReferralState state;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private Integer tier;
    private String outcome;

    @Embedded
    private Need need;

    @Embedded
    private Access access;

    @Embedded
    private Milestones milestones;

    /** Moved by every step of the referral or of one of its placements, so that its version tells of both. */
    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected Referral() {}

    private Referral(Submission from, Actor referrer, Instant at) {
        this.id = from.id();
        this.number = from.number();
        this.tenantId = referrer.organizationId();
        this.custodianOrgId = referrer.organizationId();
        this.studentId = from.student().id();
        this.schoolId = from.student().schoolId();
        this.schoolName = from.student().schoolName();
        this.gradeBand = from.student().gradeBand();
        this.referrerId = referrer.personId();
        this.referrerRole = referrer.role();
        this.previousReferralId = from.previousReferralId();
        this.urgency = from.urgency();
        this.need = from.need();
        this.access = from.access();
        this.milestones = new Milestones(from.receivedOn(), at);
        this.state = ReferralState.DRAFT;
        this.changedAt = at;
    }

    /** A new referral in SUBMITTED. */
    public static Referral submit(Submission submission, Actor referrer, Instant at) {
        Referral referral = new Referral(submission, referrer, at);
        referral.state = ReferralLifecycle.TABLE.step(referral.state, ReferralCommand.SUBMIT);
        return referral;
    }

    /** The step that made it; there is none before. */
    public Transition beginning(Actor referrer) {
        return new Transition(
                Transition.Kind.REFERRAL, id, null, state.name(), referrer, milestones.submittedAt, Reason.NONE);
    }

    public Transition triage(Urgency found, int foundTier, String note, Actor coordinator, Instant at) {
        Transition step = step(ReferralCommand.TRIAGE, ReferralState.TRIAGED, coordinator, at, Reason.note(note));
        this.urgency = found;
        this.tier = foundTier;
        this.coordinatorId = coordinator.personId();
        this.milestones.triagedAt = at;
        return step;
    }

    /** Help outside of the school needs a consent, so what was triaged waits for it. */
    public Transition awaitConsent(Actor coordinator, Instant at) {
        return step(ReferralCommand.AWAIT_CONSENT, ReferralState.AWAITING_CONSENT, coordinator, at, Reason.NONE);
    }

    public Transition consent(Actor coordinator, Instant at) {
        ReferralState next = state == ReferralState.PLACED ? ReferralState.PLACED : ReferralState.READY;
        Transition step = step(ReferralCommand.CONSENT, next, coordinator, at, Reason.NONE);
        if (milestones.consentGrantedAt == null) {
            milestones.consentGrantedAt = at;
        }
        return step;
    }

    public Transition refuseConsent(String note, Actor coordinator, Instant at) {
        return end(ReferralCommand.REFUSE_CONSENT, coordinator, at, Reason.note(note));
    }

    /** The last consent is gone. */
    public Transition loseConsent(Actor coordinator, Instant at, Reason reason) {
        return end(ReferralCommand.LOSE_CONSENT, coordinator, at, reason);
    }

    public Transition send(Actor coordinator, Instant at) {
        Transition step = step(ReferralCommand.SEND, ReferralState.PLACED, coordinator, at, Reason.NONE);
        if (milestones.sentAt == null) {
            milestones.sentAt = at;
        }
        return step;
    }

    public Transition withdraw(WithdrawalReason reason, String note, Actor actor, Instant at) {
        return end(ReferralCommand.WITHDRAW, actor, at, new Reason(reason.name(), note));
    }

    public Transition enterInError(String note, Actor coordinator, Instant at) {
        return end(ReferralCommand.ENTER_IN_ERROR, coordinator, at, Reason.note(note));
    }

    /** The last open placement ended unserved: it is the coordinator's turn again. */
    public Transition returnToCoordinator(Actor actor, Instant at, Reason reason) {
        return step(ReferralCommand.RETURN, ReferralState.READY, actor, at, reason);
    }

    public Transition complete(Outcome result, Actor actor, Instant at) {
        Transition step = end(ReferralCommand.COMPLETE, actor, at, Reason.code(result));
        this.outcome = result.name();
        return step;
    }

    /** A visit was kept; only the earliest counts. */
    public void visited(Instant startedAt) {
        if (milestones.firstKeptAt == null || startedAt.isBefore(milestones.firstKeptAt)) {
            milestones.firstKeptAt = startedAt;
        }
    }

    /** Something happened to one of its placements. */
    public void touch(Instant at) {
        this.changedAt = at;
    }

    /** Checks that the state takes the command, before anything else is looked at. */
    public void require(ReferralCommand command) {
        ReferralLifecycle.TABLE.require(state, command);
    }

    public Set<ReferralCommand> allowed() {
        return ReferralLifecycle.TABLE.allowed(state);
    }

    private Transition end(ReferralCommand command, Actor actor, Instant at, Reason reason) {
        Transition step = step(command, ReferralLifecycle.TABLE.step(state, command), actor, at, reason);
        milestones.closedAt = at;
        return step;
    }

    private Transition step(ReferralCommand command, ReferralState to, Actor actor, Instant at, Reason reason) {
        String from = state.name();
        this.state = ReferralLifecycle.TABLE.step(state, command, to);
        this.changedAt = at;
        return new Transition(Transition.Kind.REFERRAL, id, from, to.name(), actor, at, reason);
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public String number() {
        return number;
    }

    public UUID studentId() {
        return studentId;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public String schoolName() {
        return schoolName;
    }

    public String gradeBand() {
        return gradeBand;
    }

    public UUID referrerId() {
        return referrerId;
    }

    public String referrerRole() {
        return referrerRole;
    }

    public UUID coordinatorId() {
        return coordinatorId;
    }

    public UUID previousReferralId() {
        return previousReferralId;
    }

    public ReferralState state() {
        return state;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Integer tier() {
        return tier;
    }

    public String outcome() {
        return outcome;
    }

    public Need need() {
        return need;
    }

    public Access access() {
        return access;
    }

    public Milestones milestones() {
        return milestones;
    }

    public long version() {
        return version;
    }
}
