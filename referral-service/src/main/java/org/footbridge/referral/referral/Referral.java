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
    public static final String MOVED_TO_SCHOOL = "MOVED_TO_SCHOOL";

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "custodian_org_id")
    private UUID custodianOrgId;

    private String number;

    @Embedded
    private Submission.Subject student;

    @Column(name = "referrer_id")
    private UUID referrerId;

    @Column(name = "referrer_role")
    private String referrerRole;

    @Column(name = "coordinator_id")
    private UUID coordinatorId;

    @Column(name = "previous_referral_id")
    private UUID previousReferralId;

    @Column(name = "duplicate_of_id")
    private UUID duplicateOfId;

    /** Counts questions and answers, so that the many referrals without one are read without asking for them. */
    private int inquiries;

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
        this.student = from.student();
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
        this.coordinatorId = coordinator.responsible();
        this.milestones.triagedAt = at;
        return step;
    }

    public Transition consent(Actor coordinator, Instant at) {
        ReferralState next = state == ReferralState.PLACED ? ReferralState.PLACED : ReferralState.READY;
        Transition step = step(ReferralCommand.CONSENT, next, coordinator, at, Reason.NONE);
        milestones.consented(at);
        return step;
    }

    /** To an agency with a consent, or RELEASE without one, or to the school itself: whoever decides that is its coordinator, if nobody was so far. */
    public Transition send(ReferralCommand command, Actor coordinator, Instant at, Reason reason) {
        Transition step = step(command, ReferralState.PLACED, coordinator, at, reason);
        this.coordinatorId = coordinatorId == null ? coordinator.responsible() : coordinatorId;
        milestones.sent(at);
        return step;
    }

    /** Nobody served it; the code tells why, as an outcome tells what came of the others. */
    public Transition close(CloseCode code, String text, Actor coordinator, Instant at) {
        Transition step = take(ReferralCommand.CLOSE, coordinator, at, new Reason(code.name(), text));
        this.outcome = code.name();
        return step;
    }

    /** It goes on in another referral of the same student. */
    public Transition goOnIn(Referral other, Actor coordinator, Instant at) {
        Transition step = take(ReferralCommand.MARK_DUPLICATE, coordinator, at, Reason.note(other.number));
        this.duplicateOfId = other.id;
        return step;
    }

    /** A duplicate was joined to this one: a new version, so that two of them can never end in each other. */
    public Transition absorb(Referral duplicate, Actor coordinator, Instant at) {
        touch(at);
        Reason reason = new Reason("DUPLICATE_JOINED", duplicate.number);
        return new Transition(Transition.Kind.REFERRAL, id, state.name(), state.name(), coordinator, at, reason);
    }

    public Transition assign(UUID coordinator, Actor by, Instant at, Reason reason) {
        Transition step = take(ReferralCommand.ASSIGN, by, at, reason);
        this.coordinatorId = coordinator;
        return step;
    }

    /** Goes with the student to another school of the district, where somebody has to take it on. */
    public Transition moveTo(Submission.Subject at, Actor by, Instant now) {
        Transition step = take(ReferralCommand.ASSIGN, by, now, new Reason(MOVED_TO_SCHOOL, at.schoolName()));
        this.student = at;
        this.coordinatorId = null;
        return step;
    }

    /** Somebody asked or answered. */
    public void inquired() {
        inquiries++;
    }

    public Transition complete(Outcome result, Actor actor, Instant at) {
        Transition step = take(ReferralCommand.COMPLETE, actor, at, Reason.code(result));
        this.outcome = result.name();
        return step;
    }

    /** A visit was kept; only the earliest counts. */
    public void visited(Instant startedAt) {
        milestones.visited(startedAt);
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

    /** A step to the only state that the command leads to; the last one tells when the referral ended. */
    public Transition take(ReferralCommand command, Actor actor, Instant at, Reason reason) {
        Transition step = step(command, ReferralLifecycle.TABLE.step(state, command), actor, at, reason);
        if (!state.isOpen()) {
            milestones.closedAt = at;
        }
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
        return student.id();
    }

    public UUID schoolId() {
        return student.schoolId();
    }

    public String schoolName() {
        return student.schoolName();
    }

    public String gradeBand() {
        return student.gradeBand();
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

    /** The referral that this one goes on in, {@code null} for one that stands on its own. */
    public UUID duplicateOfId() {
        return duplicateOfId;
    }

    public boolean hasInquiries() {
        return inquiries > 0;
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
