package org.footbridge.referral.consent.electronic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.LifecycleProblem;
import org.footbridge.referral.referral.Referral;

/** What is asked for, and until when the links to the answer work. */
@Entity
public class ConsentRequest {
    static final Duration LINKS_LIVE = Duration.ofDays(7);

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "custodian_org_id")
    private UUID custodianOrgId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "recipient_agency_id")
    private UUID recipientAgencyId;

    @Column(name = "recipient_name")
    private String recipientName;

    private String[] scope;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    @Column(name = "links_expire_at")
    private Instant linksExpireAt;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    private long version;

    protected ConsentRequest() {}

    /** What the recipient may get, for what and until when. */
    record Terms(
            UUID recipientAgencyId,
            String recipientName,
            Set<RecordScope> scope,
            Purpose purpose,
            LocalDate expiresOn) {}

    static ConsentRequest open(Referral referral, Terms terms, Actor coordinator, Instant at) {
        ConsentRequest request = new ConsentRequest();
        request.id = Ids.next();
        request.tenantId = referral.tenantId();
        request.custodianOrgId = referral.tenantId();
        request.referralId = referral.id();
        request.studentId = referral.studentId();
        request.recipientAgencyId = terms.recipientAgencyId();
        request.recipientName = terms.recipientName();
        request.scope = terms.scope().stream().map(Enum::name).sorted().toArray(String[]::new);
        request.purpose = terms.purpose();
        request.expiresOn = terms.expiresOn();
        request.state = RequestState.OPEN;
        request.linksExpireAt = at.plus(LINKS_LIVE);
        request.requestedBy = coordinator.personId();
        request.requestedAt = at;
        return request;
    }

    /** Whether an answer still counts. */
    boolean isOpen(Instant now) {
        return state == RequestState.OPEN && now.isBefore(linksExpireAt);
    }

    void resend(Instant at) {
        requireOpen();
        this.linksExpireAt = at.plus(LINKS_LIVE);
    }

    void cancel(Instant at) {
        requireOpen();
        close(RequestState.CANCELLED, at);
    }

    void close(RequestState end, Instant at) {
        this.state = end;
        this.closedAt = at;
    }

    private void requireOpen() {
        if (state != RequestState.OPEN) {
            throw LifecycleProblem.WRONG_STATE
                    .of("The request was answered or cancelled before.")
                    .with("state", state.name());
        }
    }

    Set<RecordScope> scope() {
        EnumSet<RecordScope> parts = EnumSet.noneOf(RecordScope.class);
        Arrays.stream(scope).map(RecordScope::valueOf).forEach(parts::add);
        return parts;
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID referralId() {
        return referralId;
    }

    UUID recipientAgencyId() {
        return recipientAgencyId;
    }

    String recipientName() {
        return recipientName;
    }

    Purpose purpose() {
        return purpose;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    RequestState state() {
        return state;
    }

    Instant linksExpireAt() {
        return linksExpireAt;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant closedAt() {
        return closedAt;
    }

    long version() {
        return version;
    }
}
