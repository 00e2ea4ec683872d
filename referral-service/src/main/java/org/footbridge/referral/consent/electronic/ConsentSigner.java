package org.footbridge.referral.consent.electronic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.consent.SignerRole;

/** One person who is asked, with the counters that his or her link and codes are made from. */
@Entity
public class ConsentSigner {
    static final Duration CODE_LIVES = Duration.ofMinutes(10);
    static final int TRIES = 5;
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int CODES_IN_WINDOW = 6;

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private SignerRole role;

    @Enumerated(EnumType.STRING)
    private SignerState state;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "link_number")
    private int linkNumber;

    @Column(name = "link_event_id")
    private UUID linkEventId;

    @Column(name = "code_number")
    private int codeNumber;

    @Column(name = "code_event_id")
    private UUID codeEventId;

    @Column(name = "code_expires_at")
    private Instant codeExpiresAt;

    @Column(name = "code_tries")
    private int codeTries;

    @Column(name = "codes_since")
    private Instant codesSince;

    @Column(name = "codes_in_window")
    private int codesInWindow;

    @Column(name = "consent_id")
    private UUID consentId;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Version
    private long version;

    protected ConsentSigner() {}

    /** What came of a code that somebody typed. */
    enum Proof {
        RIGHT,
        WRONG,
        /** None is waiting: it was used, it was tried too often, or it is too old. */
        SPENT
    }

    static ConsentSigner ask(ConsentRequest request, UUID person, SignerRole role, String keyId) {
        ConsentSigner signer = new ConsentSigner();
        signer.id = Ids.next();
        signer.tenantId = request.tenantId();
        signer.requestId = request.id();
        signer.personId = person;
        signer.role = role;
        signer.state = SignerState.PENDING;
        signer.keyId = keyId;
        signer.linkNumber = 1;
        return signer;
    }

    /** From now on only the next link works. */
    void renewLink(String newKeyId) {
        this.keyId = newKeyId;
        this.linkNumber++;
        this.codeExpiresAt = null;
    }

    void linkTold(UUID eventId) {
        this.linkEventId = eventId;
    }

    /** Whether another code may be mailed now: guessing five times each must stay hopeless, and no mailbox is flooded. */
    boolean mayHaveCode(Instant now) {
        boolean newWindow = codesSince == null || !now.isBefore(codesSince.plus(WINDOW));
        boolean soonAfterTheLast = codeExpiresAt != null
                && now.isBefore(codeExpiresAt.minus(CODE_LIVES).plus(BETWEEN_CODES));
        return !soonAfterTheLast && (newWindow || codesInWindow < CODES_IN_WINDOW);
    }

    /** The next code; the one before does not count any more. */
    void newCode(Instant now) {
        if (codesSince == null || !now.isBefore(codesSince.plus(WINDOW))) {
            this.codesSince = now;
            this.codesInWindow = 0;
        }
        this.codesInWindow++;
        this.codeNumber++;
        this.codeTries = 0;
        this.codeExpiresAt = now.plus(CODE_LIVES);
    }

    void codeTold(UUID eventId) {
        this.codeEventId = eventId;
    }

    boolean hasLiveCode(Instant now) {
        return codeExpiresAt != null && now.isBefore(codeExpiresAt) && codeTries < TRIES;
    }

    /** Counts a try; a right code is used up by it. */
    Proof prove(boolean right, Instant now) {
        if (!hasLiveCode(now)) {
            return Proof.SPENT;
        }
        this.codeTries++;
        if (right) {
            this.codeExpiresAt = null;
            return Proof.RIGHT;
        }
        return Proof.WRONG;
    }

    void signed(UUID consent, Instant at) {
        this.state = SignerState.SIGNED;
        this.consentId = consent;
        this.answeredAt = at;
    }

    void refused(Instant at) {
        this.state = SignerState.REFUSED;
        this.answeredAt = at;
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID requestId() {
        return requestId;
    }

    UUID personId() {
        return personId;
    }

    SignerRole role() {
        return role;
    }

    SignerState state() {
        return state;
    }

    String keyId() {
        return keyId;
    }

    int linkNumber() {
        return linkNumber;
    }

    int codeNumber() {
        return codeNumber;
    }

    UUID linkEventId() {
        return linkEventId;
    }

    UUID consentId() {
        return consentId;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
